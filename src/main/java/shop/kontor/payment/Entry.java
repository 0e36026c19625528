package shop.kontor.payment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.PaymentKind;

/** A new payment or refund, which gets its id from the database. */
class Entry {

    private long id;
    private final long orderId;
    private final BigDecimal amount;
    private final PaymentKind kind;
    private final @Nullable String reference;

    Entry(long orderId, BigDecimal amount, PaymentKind kind, @Nullable String reference) {
        this.orderId = orderId;
        this.amount = amount;
        this.kind = kind;
        this.reference = reference;
    }

    long id() {
        return id;
    }

    @Nullable
    String reference() {
        return reference;
    }

    /** Whether this is what was recorded. */
    boolean matches(long orderId, BigDecimal amount, PaymentKind kind) {
        return this.orderId == orderId && this.amount.compareTo(amount) == 0 && this.kind == kind;
    }
}
