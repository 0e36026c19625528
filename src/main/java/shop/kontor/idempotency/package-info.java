/** Answers a POST that is sent again, with the same key, as it was answered the first time. */
package shop.kontor.idempotency;
