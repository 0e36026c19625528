package shop.kontor.catalog;

import shop.kontor.api.model.ProductInput;

/** A product on its way into the database, which gives it its id. */
class NewProduct {

    private Long id;
    private final ProductInput input;

    NewProduct(ProductInput input) {
        this.input = input;
    }

    Long id() {
        return id;
    }

    ProductInput input() {
        return input;
    }
}
