package shop.kontor.payment;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which payments to list.
 *
 * @param orderId of the order that they are for, or null
 * @param reference of the one payment, or null
 * @param from the time of the earliest, or null
 * @param to the time before which they are, or null
 */
record PaymentFilter(
        @Nullable Long orderId,
        @Nullable String reference,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    /** All payments for an order. */
    static PaymentFilter of(long orderId) {
        return new PaymentFilter(orderId, null, null, null);
    }
}
