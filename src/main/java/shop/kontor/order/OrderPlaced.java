package shop.kontor.order;

/** An order was placed: published within the transaction that places it. */
public record OrderPlaced(long orderId) {}
