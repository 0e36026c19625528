package shop.kontor.stock;

/** A quantity of a product. */
public record ProductQuantity(long productId, int quantity) {}
