package shop.kontor.stock;

/** So many of a product. */
public record ProductQuantity(long productId, int quantity) {}
