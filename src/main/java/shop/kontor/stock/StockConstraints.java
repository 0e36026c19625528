package shop.kontor.stock;

import java.util.Map;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** What the database refuses of stock. */
@Component
class StockConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemException> byConstraint() {
        return Map.of("ck_products_stock", new InvalidRequest("/stock", "minimum", "must be 0 or more"));
    }
}
