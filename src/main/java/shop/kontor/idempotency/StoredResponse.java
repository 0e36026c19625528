package shop.kontor.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * A claimed key, and the response to its first request.
 *
 * @param fingerprint of the first request
 * @param status of the response, null until it is stored
 * @param location of the new row, or null
 * @param etag of the new row, or null
 * @param body of the response, as JSON
 */
record StoredResponse(
        long userId,
        String idempotencyKey,
        String fingerprint,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
