package shop.kontor.order;

/**
 * An order that is placed or paid, and not yet shipped or cancelled.
 *
 * @param count how many such orders there are
 */
record OpenOrder(long id, long count) {}
