package shop.kontor.cart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import shop.kontor.api.CartApiDelegate;
import shop.kontor.api.model.Cart;
import shop.kontor.api.model.CartItemInput;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.shipping.ShippingMethods;
import shop.kontor.user.Users;

/** Implements the operations on carts. */
@Component
class CartDelegate implements CartApiDelegate {

    private final CartMapper carts;
    private final Users users;
    private final ShippingMethods shipping;

    CartDelegate(CartMapper carts, Users users, ShippingMethods shipping) {
        this.carts = carts;
        this.users = users;
        this.shipping = shipping;
    }

    @Override
    public ResponseEntity<Cart> getCart(
            CurrentUser caller, Long userId, @Nullable Long shippingMethodId, @Nullable String country) {
        var cart = carts.find(userId).orElseThrow(() -> new NotFound("user", userId));
        return ResponseEntity.ok(shippingMethodId == null ? cart : shipped(cart, shippingMethodId, country));
    }

    private Cart shipped(Cart cart, long shippingMethodId, @Nullable String country) {
        var terms = shipping.find(shippingMethodId)
                .orElseThrow(() -> new InvalidRequest(List.of(InvalidRequest.inParameter(
                        "shipping_method_id", "unknown_reference", ShippingMethods.UNKNOWN))));
        terms.requireServed(country);
        var price = terms.price(cart.getTotal());
        return cart.shipping(price).grandTotal(cart.getTotal().add(price));
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Void> clearCart(CurrentUser caller, Long userId) {
        users.lock(userId);
        carts.delete(userId);
        return ResponseEntity.noContent().build();
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Cart> setCartItem(CurrentUser caller, Long userId, Long productId, CartItemInput input) {
        users.lock(userId);
        if (carts.insertItem(userId, productId, input.getQuantity()) == 0) {
            throw new NotFound("product", productId);
        }
        var cart = carts.find(userId).orElseThrow();
        if (cart.getItems().size() > CartFull.LIMIT) {
            throw new CartFull();
        }
        return ResponseEntity.ok(cart);
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Void> removeCartItem(CurrentUser caller, Long userId, Long productId) {
        users.lock(userId);
        carts.deleteItem(userId, productId);
        return ResponseEntity.noContent().build();
    }
}
