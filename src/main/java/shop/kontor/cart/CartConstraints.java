package shop.kontor.cart;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.problem.ProblemException;

/** The constraints of the carts' tables, and the problems that their violations are. */
@Component
class CartConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "fk_cart_items_product",
                () -> new NotFound("The product no longer exists."),
                "ck_cart_items_quantity",
                () -> new InvalidRequest("/quantity", "minimum", "must be 1 or more"));
    }
}
