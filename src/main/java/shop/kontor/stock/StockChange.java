package shop.kontor.stock;

/**
 * A change of a product's stock.
 *
 * @param before the product before the change
 * @param delta the number of items added; negative if removed
 */
record StockChange(StockedProduct before, int delta) {

    boolean isShort() {
        return stock() < 0;
    }

    boolean isBeyondLimit() {
        return stock() > Integer.MAX_VALUE;
    }

    private long stock() {
        return (long) before.stock() + delta;
    }
}
