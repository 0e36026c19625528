package shop.kontor.stock;

import java.math.BigDecimal;

/** A product with its name, price and stock. */
public record StockedProduct(long id, String productName, BigDecimal price, int stock) {}
