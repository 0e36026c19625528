package shop.kontor.catalog;

/**
 * A product that keeps its category or its user from being deleted.
 *
 * @param count how many such products there are
 */
record BlockingProduct(long id, long count) {}
