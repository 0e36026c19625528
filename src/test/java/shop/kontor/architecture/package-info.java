/** Holds the sources to the rules of the house: rooms and arrows, SQL, delegates and Javadoc. */
package shop.kontor.architecture;
