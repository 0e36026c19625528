package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.stock.StockedProduct;

/** A line of an order: a product with its current name and price, and a quantity. */
record OrderLine(StockedProduct product, int quantity) {

    BigDecimal amount() {
        return product.price().multiply(BigDecimal.valueOf(quantity));
    }
}
