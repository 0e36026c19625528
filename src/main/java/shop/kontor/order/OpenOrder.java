package shop.kontor.order;

/**
 * An order that is placed or paid, and not yet shipped or cancelled.
 *
 * @param count the number of all such orders
 */
record OpenOrder(long id, long count) {}
