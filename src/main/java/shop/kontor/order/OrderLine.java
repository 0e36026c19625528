package shop.kontor.order;

import org.jspecify.annotations.Nullable;

/**
 * A line of an order.
 *
 * @param productId null once the product is deleted
 * @param restocked how many have returned to stock
 */
public record OrderLine(int lineNumber, @Nullable Long productId, int quantity, int restocked) {

    /** How many can still return to stock. */
    int outstanding() {
        return quantity - restocked;
    }
}
