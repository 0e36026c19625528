package shop.kontor.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Image;
import shop.kontor.api.model.ProductInput;
import shop.kontor.api.model.ProductStatus;
import shop.kontor.stock.StockedProduct;

/** A new product, which gets its id from the database. */
class NewProduct {

    private long id;
    private final ProductInput input;
    private final @Nullable Long userId;
    private final @Nullable Image image;
    private final ProductStatus status;

    /**
     * @param caller the seller unless the input names another; null if unknown
     */
    NewProduct(ProductInput input, @Nullable Long caller) {
        this.input = input;
        userId = input.getUserId().isPresent() ? input.getUserId().get() : caller;
        image = Stream.ofNullable(input.getImages())
                .flatMap(List::stream)
                .findFirst()
                .orElse(null);
        status = Objects.requireNonNullElse(input.getStatus(), ProductStatus.ACTIVE);
    }

    long id() {
        return id;
    }

    ProductInput input() {
        return input;
    }

    ProductStatus status() {
        return status;
    }

    StockedProduct stocked() {
        return new StockedProduct(id, input.getProductName(), input.getStock(), status == ProductStatus.ACTIVE);
    }
}
