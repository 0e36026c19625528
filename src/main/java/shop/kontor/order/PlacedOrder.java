package shop.kontor.order;

import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.OrderInput;
import shop.kontor.shipping.ShippingTerms;

/** A new order, which gets its id from the database. */
class PlacedOrder {

    private long id;
    private final long userId;
    private final OrderInput input;
    private final @Nullable ShippingTerms shipping;

    PlacedOrder(long userId, OrderInput input, @Nullable ShippingTerms shipping) {
        this.userId = userId;
        this.input = input;
        this.shipping = shipping;
    }

    long id() {
        return id;
    }
}
