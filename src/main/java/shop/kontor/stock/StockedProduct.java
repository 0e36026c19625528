package shop.kontor.stock;

import java.math.BigDecimal;

/** A product as it is sold: what it is called, what it costs, and how many of it there are. */
public record StockedProduct(long id, String productName, BigDecimal price, int stock) {}
