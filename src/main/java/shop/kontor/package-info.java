/** The program itself: how it starts, and what it says when it can't. */
package shop.kontor;
