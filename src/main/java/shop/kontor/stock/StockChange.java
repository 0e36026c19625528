package shop.kontor.stock;

import shop.kontor.api.model.StockMovementKind;

/**
 * A change of a product's stock.
 *
 * @param kind the cause
 * @param before the product before the change
 * @param delta the number of items added; negative if removed
 */
record StockChange(StockMovementKind kind, StockedProduct before, int delta) {

    /** Whether it sells what is not for sale. */
    boolean isOffSale() {
        return kind == StockMovementKind.ORDER && !before.isAvailable();
    }

    boolean isShort() {
        return isOffSale() || stock() < 0;
    }

    boolean isBeyondLimit() {
        return stock() > Integer.MAX_VALUE;
    }

    private long stock() {
        return (long) before.stock() + delta;
    }
}
