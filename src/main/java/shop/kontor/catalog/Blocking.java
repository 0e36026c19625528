package shop.kontor.catalog;

/**
 * A product that keeps its category from being deleted.
 *
 * @param count how many such products there are
 */
record Blocking(long id, long count) {}
