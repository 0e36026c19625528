package shop.kontor.order;

/** An order on its way into the database, which gives it its id. */
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
