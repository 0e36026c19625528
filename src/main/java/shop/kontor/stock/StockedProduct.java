package shop.kontor.stock;

/**
 * A product with its name and stock.
 *
 * @param isAvailable whether it is for sale
 */
public record StockedProduct(long id, String productName, int stock, boolean isAvailable) {}
