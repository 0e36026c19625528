package shop.kontor.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A key that somebody has sent.
 *
 * @param fingerprint of the request that came with it
 * @param status of the answer, null as long as there is none
 * @param location of what was made, or null
 * @param etag of it, or null
 * @param body of the answer, as JSON
 */
record StoredResponse(
        long userId,
        String idempotencyKey,
        String fingerprint,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
