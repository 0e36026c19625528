package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.stock.StockedProduct;

/** So many of a product, as it is at this moment. */
record OrderLine(StockedProduct product, int quantity) {

    BigDecimal amount() {
        return product.price().multiply(BigDecimal.valueOf(quantity));
    }
}
