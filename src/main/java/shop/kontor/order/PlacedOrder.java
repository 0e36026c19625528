package shop.kontor.order;

/** A new order, which gets its id from the database. */
class PlacedOrder {

    private long id;
    private final long userId;

    PlacedOrder(long userId) {
        this.userId = userId;
    }

    long id() {
        return id;
    }
}
