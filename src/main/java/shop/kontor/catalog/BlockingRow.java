package shop.kontor.catalog;

/**
 * A product that prevents its category or user from being deleted, or an order that does so to a product.
 *
 * @param count the number of all such rows
 */
record BlockingRow(long id, long count) {}
