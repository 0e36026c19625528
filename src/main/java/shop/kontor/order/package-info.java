/** What was bought: checkout, and how an order moves on from there. */
package shop.kontor.order;
