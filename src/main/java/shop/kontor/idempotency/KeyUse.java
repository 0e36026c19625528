package shop.kontor.idempotency;

/**
 * The latest keys of a user.
 *
 * @param count the number of keys
 * @param seconds until the oldest of them expires
 */
record KeyUse(int count, int seconds) {}
