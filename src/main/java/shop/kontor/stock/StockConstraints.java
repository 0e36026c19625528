package shop.kontor.stock;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** The constraint of the stock, and the problem that its violation is. */
@Component
class StockConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of("ck_products_stock", () -> new InvalidRequest("/stock", "minimum", "must be 0 or more"));
    }
}
