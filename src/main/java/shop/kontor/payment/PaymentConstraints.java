package shop.kontor.payment;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** The constraints of payments and refunds, and the problems that their violations are. */
@Component
class PaymentConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "ck_orders_captured",
                () -> new InvalidRequest("/amount", "maximum", "is more than an order can hold"),
                "ck_orders_refunded",
                RefundLimit::new,
                "ck_payments_reference",
                PaymentConstraints::notForCash,
                "ck_refunds_reference",
                PaymentConstraints::notForCash);
    }

    private static ProblemException notForCash() {
        return new InvalidRequest("/reference", "not_applicable", "must be left out: cash has no reference");
    }
}
