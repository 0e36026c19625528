package shop.kontor.user;

/**
 * A product that a user offers.
 *
 * @param count how many the user offers in all
 */
record Offer(long id, long count) {}
