/** What a user is about to buy; nothing of it is reserved. */
package shop.kontor.cart;
