package shop.kontor.order;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** The constraints of the orders' tables, and the problems that their violations are. */
@Component
class OrderConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "fk_orders_shipping_method",
                () -> new InvalidRequest(
                        "/shipping_method_id", "unknown_reference", "The shipping method no longer exists."),
                "ck_order_items_restocked",
                AlreadyRestocked::new);
    }
}
