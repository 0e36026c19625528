package shop.kontor.shipping;

/** Tells whether orders use a shipping method; the room of orders implements it. */
public interface ShippingMethodUse {

    /** Whether an order used the method, which is locked. */
    boolean isUsed(long shippingMethodId);
}
