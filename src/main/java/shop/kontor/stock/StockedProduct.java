package shop.kontor.stock;

/** A product with its name and stock. */
public record StockedProduct(long id, String productName, int stock) {}
