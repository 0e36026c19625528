package shop.kontor.payment;

import java.util.List;
import java.util.Random;

/**
 * What is done with an order.
 *
 * @param cents of a payment or a refund
 * @param reference of a payment or a refund, null for none
 * @param line of a refund that puts something back
 * @param quantity that it puts back
 */
record Act(Kind kind, int cents, String reference, int line, int quantity) {

    enum Kind {
        PAY,
        REFUND,
        RETURN,
        MARK_AS_PAID,
        SHIP,
        CANCEL
    }

    private static final List<Kind> KINDS = List.of(
            Kind.PAY,
            Kind.PAY,
            Kind.PAY,
            Kind.REFUND,
            Kind.REFUND,
            Kind.RETURN,
            Kind.RETURN,
            Kind.MARK_AS_PAID,
            Kind.SHIP,
            Kind.CANCEL);

    /** Any act; few references, so that some are used again. */
    static Act any(Random random) {
        return new Act(
                KINDS.get(random.nextInt(KINDS.size())),
                1 + random.nextInt(1500),
                random.nextInt(3) == 0 ? null : "R" + random.nextInt(4),
                1 + random.nextInt(2),
                1 + random.nextInt(2));
    }

    /** Whether other orders have the same reference, or there is none. */
    boolean isShared() {
        return reference == null || !reference.matches("R\\d");
    }

    boolean isPayment() {
        return kind == Kind.PAY;
    }

    boolean isRefund() {
        return kind == Kind.REFUND || kind == Kind.RETURN;
    }
}
