package shop.kontor.catalog;

import shop.kontor.api.model.ProductInput;
import shop.kontor.stock.StockedProduct;

/** A product on its way into the database, which gives it its id. */
class NewProduct {

    private Long id;
    private final ProductInput input;
    private final Long userId;

    /**
     * @param caller who offers it unless the input says otherwise; null if nobody is known
     */
    NewProduct(ProductInput input, Long caller) {
        this.input = input;
        userId = input.getUserId().isPresent() ? input.getUserId().get() : caller;
    }

    Long id() {
        return id;
    }

    ProductInput input() {
        return input;
    }

    StockedProduct stocked() {
        return new StockedProduct(id, input.getProductName(), input.getPrice(), input.getStock());
    }
}
