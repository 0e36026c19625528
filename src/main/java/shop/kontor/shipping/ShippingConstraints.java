package shop.kontor.shipping;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** The constraints of the shipping methods' table, and the problems that their violations are. */
@Component
class ShippingConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "ck_shipping_methods_price",
                () -> new InvalidRequest("/price", "minimum", "must be 0 or more"),
                "ck_shipping_methods_free_from",
                () -> new InvalidRequest("/free_from", "minimum", "must be 0 or more"),
                "ck_shipping_methods_tax_rate",
                () -> new InvalidRequest("/tax_rate", "maximum", "must be 100 or less"));
    }
}
