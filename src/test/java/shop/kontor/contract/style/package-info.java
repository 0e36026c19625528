/** Holds the text of the contract to the house style. */
package shop.kontor.contract.style;
