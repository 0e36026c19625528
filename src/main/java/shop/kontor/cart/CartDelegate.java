package shop.kontor.cart;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import shop.kontor.api.CartApiDelegate;
import shop.kontor.api.model.Cart;
import shop.kontor.api.model.CartItemInput;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.user.Users;

/** Implements the operations on carts. */
@Component
class CartDelegate implements CartApiDelegate {

    private final CartMapper carts;
    private final Users users;

    CartDelegate(CartMapper carts, Users users) {
        this.carts = carts;
        this.users = users;
    }

    @Override
    public ResponseEntity<Cart> getCart(CurrentUser caller, Long userId) {
        return ResponseEntity.ok(carts.find(userId).orElseThrow(() -> new NotFound("user", userId)));
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
