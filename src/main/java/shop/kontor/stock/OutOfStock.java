package shop.kontor.stock;

import java.util.List;
import shop.kontor.api.model.Shortage;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The stock of some products is insufficient, or they are not for sale; {@code shortages} lists each with its stock. */
class OutOfStock extends ProblemException {

    OutOfStock(List<StockChange> changes) {
        super(ProblemType.OUT_OF_STOCK, null);
        problem().setShortages(changes.stream().map(OutOfStock::shortage).toList());
    }

    private static Shortage shortage(StockChange change) {
        var product = change.before();
        var shortage = new Shortage(product.id(), product.productName(), -change.delta(), product.stock());
        return change.isOffSale() ? shortage.stock(0).available(false) : shortage;
    }
}
