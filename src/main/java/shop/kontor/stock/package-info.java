/** How many there are of each product, and the ledger of every change. */
package shop.kontor.stock;
