package shop.kontor.catalog;

/** So many of a product. */
public record ProductQuantity(long productId, int quantity) {}
