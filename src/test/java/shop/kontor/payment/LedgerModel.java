package shop.kontor.payment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What becomes of an order of two lines, by sums in cents and nothing else; it knows no SQL. */
class LedgerModel {

    static final int[] QUANTITIES = {2, 3};
    static final int[] CENTS = {500, 199};
    static final int TOTAL = 2 * 500 + 3 * 199;
    static final int STOCK = 10;

    private String status = "placed";
    private int captured;
    private int refunded;
    private int payments;
    private int refunds;
    private final int[] restocked = new int[2];
    private final Map<String, Act> references = new HashMap<>();

    /** What an act is answered: done, or why not. */
    String answer(Act act) {
        var first = act.reference() == null ? null : references.get(act.isPayment() + act.reference());
        if (first != null && (act.isPayment() || act.isRefund())) {
            return first.equals(asRecorded(act)) ? "done" : "duplicate";
        }
        var answer = switch (act.kind()) {
            case PAY -> pay(act.cents());
            case REFUND -> refund(act.cents());
            case RETURN -> refund(act);
            case MARK_AS_PAID -> markAsPaid();
            case SHIP -> move("paid", "shipped");
            case CANCEL -> cancel();
        };
        if (answer.equals("done") && act.reference() != null && (act.isPayment() || act.isRefund())) {
            references.put(act.isPayment() + act.reference(), asRecorded(act));
        }
        return answer;
    }

    /** Without what only a return has. */
    private static Act asRecorded(Act act) {
        return act.kind() == Act.Kind.RETURN ? act : new Act(act.kind(), act.cents(), act.reference(), 0, 0);
    }

    private String pay(int cents) {
        captured += cents;
        payments++;
        if (status.equals("placed") && captured - refunded >= TOTAL) {
            status = "paid";
        }
        return "done";
    }

    private String refund(int cents) {
        if (refunded + cents > captured) {
            return "ck_orders_refunded";
        }
        refunded += cents;
        refunds++;
        return "done";
    }

    private String refund(Act act) {
        var line = act.line() - 1;
        if (refunded + act.cents() > captured) {
            return "ck_orders_refunded";
        }
        if (status.equals("cancelled")) {
            return "already-restocked";
        }
        if (restocked[line] + act.quantity() > QUANTITIES[line]) {
            return "ck_order_items_restocked";
        }
        restocked[line] += act.quantity();
        return refund(act.cents());
    }

    private String markAsPaid() {
        var answer = move("placed", "paid");
        if (answer.equals("done") && captured - refunded < TOTAL) {
            captured = TOTAL + refunded;
            payments++;
        }
        return answer;
    }

    private String cancel() {
        if (!status.equals("placed") && !status.equals("paid")) {
            return "illegal-transition";
        }
        status = "cancelled";
        System.arraycopy(QUANTITIES, 0, restocked, 0, 2);
        return "done";
    }

    private String move(String from, String to) {
        if (!status.equals(from)) {
            return "illegal-transition";
        }
        status = to;
        return "done";
    }

    /** The state in words, as {@link LedgerShop} reads it from the database. */
    String state() {
        var movements = Arrays.stream(restocked).sum();
        return "%s, %d in by %d payments of %d, %d back by %d refunds of %d, restocked %d %d, stock %d %d, moved %d"
                .formatted(
                        status,
                        captured,
                        payments,
                        captured,
                        refunded,
                        refunds,
                        refunded,
                        restocked[0],
                        restocked[1],
                        STOCK + restocked[0],
                        STOCK + restocked[1],
                        movements);
    }

    /** As the contract describes it. */
    String paymentStatus() {
        var left = captured - refunded;
        if (left >= TOTAL) {
            return left == TOTAL ? "paid" : "overpaid";
        }
        if (captured == 0) {
            return "unpaid";
        }
        return left == 0 ? "refunded" : refunded > 0 ? "partly_refunded" : "partly_paid";
    }

    int dueBack() {
        return Math.max(0, captured - refunded - (status.equals("cancelled") ? 0 : TOTAL));
    }
}
