/**
 * What the shop sells: products, the categories they are filed under and the tags they bear. What each operation does
 * is written in the contract.
 */
package shop.kontor.catalog;
