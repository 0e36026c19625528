package shop.kontor.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The rows that the shop keeps for a time only. Ages are in seconds since the oldest row of a table expired: negative if it
 * has not, null if there is none.
 *
 * @param keys how many idempotency keys there are
 * @param keysAge of idempotency keys
 */
record Upkeep(
        long keys,
        @Nullable Long keysAge,
        @Nullable Long sessionsAge,
        @Nullable Long attemptsAge,
        @Nullable Long networksAge) {}
