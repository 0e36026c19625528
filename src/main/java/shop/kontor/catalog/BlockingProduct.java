package shop.kontor.catalog;

/**
 * A product that prevents its category or user from being deleted.
 *
 * @param count the number of all such products
 */
record BlockingProduct(long id, long count) {}
