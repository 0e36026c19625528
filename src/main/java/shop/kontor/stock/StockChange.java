package shop.kontor.stock;

/**
 * What is about to happen to a product's stock.
 *
 * @param before the product as it still is
 * @param delta how many come in; below zero, how many go out
 */
record StockChange(StockedProduct before, int delta) {

    boolean isShort() {
        return stock() < 0;
    }

    boolean isBeyondLimit() {
        return stock() > Integer.MAX_VALUE;
    }

    /** How many there are afterwards. */
    long stock() {
        return (long) before.stock() + delta;
    }

    StockedProduct after() {
        return new StockedProduct(before.id(), before.productName(), before.price(), (int) stock());
    }
}
