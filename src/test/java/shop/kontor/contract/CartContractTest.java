package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Cart;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.User;

/** Carts, as the contract has them. */
class CartContractTest extends ContractTest {

    private Cart cart(User user) {
        return carts().getCart().userIdPath(user.getId()).executeAs(r -> r);
    }

    /** What is in a cart: ids and quantities. */
    private static List<String> lines(Cart cart) {
        return cart.getItems().stream()
                .map(item -> item.getProduct().getId() + " x " + item.getQuantity())
                .toList();
    }

    private static String line(Product product, int quantity) {
        return product.getId() + " x " + quantity;
    }

    @Nested
    class GetCart {

        @Test
        void everyUserHasAnEmptyOneFromTheStart() {
            var cart = cart(newcomer());

            assertThat(cart.getItems()).isEmpty();
            assertThat(cart.getTotal()).isEqualByComparingTo("0");
            assertThat(cart(new User().id(2L)).getItems()).isEmpty();
        }

        @Test
        void showsTheProductsAtTodaysPricesByTheirIds() {
            var user = newcomer();
            var cheap = product(lamp().price(new BigDecimal("0.10")));
            var dear = product(lamp().price(new BigDecimal("7.35")));
            put(user, dear, 3);
            put(user, cheap, 1);
            assertThat(cart(user).getTotal()).isEqualByComparingTo("22.15");

            products()
                    .updateProduct()
                    .idPath(dear.getId())
                    .body(new ProductUpdate().price(new BigDecimal("1.00")))
                    .execute(r -> r);

            var cart = cart(user);
            assertThat(lines(cart)).containsExactly(line(cheap, 1), line(dear, 3));
            assertThat(cart.getItems().get(1).getProduct().getPrice()).isEqualByComparingTo("1.00");
            assertThat(cart.getTotal()).isEqualByComparingTo("3.10");
        }

        @Test
        void losesAProductThatIsDeleted() {
            var user = newcomer();
            var gone = product(lamp());
            var left = product(lamp());
            put(user, gone, 1);
            put(user, left, 1);

            answer(products().deleteProduct().idPath(gone.getId()));

            assertThat(lines(cart(user))).containsExactly(line(left, 1));
        }

        @Test
        void answers404ForAUserThatIsNotThere() {
            problem(answer(carts().getCart().userIdPath(999_999_999)), 404, "not-found");
        }
    }

    @Nested
    class SetCartItem {

        @Test
        void setsTheQuantityWhateverItWas() {
            var user = newcomer();
            var product = product(lamp());

            assertThat(lines(put(user, product, 2))).containsExactly(line(product, 2));
            assertThat(lines(put(user, product, 2))).containsExactly(line(product, 2));
            assertThat(lines(put(user, product, 5))).containsExactly(line(product, 5));
            assertThat(lines(cart(user))).containsExactly(line(product, 5));
        }

        @Test
        void doesNotAskTheStock() {
            var soldOut = product(lamp().stock(0));

            assertThat(lines(put(newcomer(), soldOut, 999))).containsExactly(line(soldOut, 999));
        }

        @Test
        void answers404ForAProductOrAUserThatIsNotThere() {
            var one = new CartItemInput().quantity(1);
            problem(
                    answer(carts().setCartItem()
                            .userIdPath(newcomer().getId())
                            .productIdPath(999_999_999)
                            .body(one)),
                    404,
                    "not-found");
            problem(
                    answer(carts().setCartItem()
                            .userIdPath(999_999_999)
                            .productIdPath(1)
                            .body(one)),
                    404,
                    "not-found");
        }

        @Test
        void takesAHundredProductsAndNoMore() {
            var user = newcomer();
            var inputs = IntStream.range(0, 101).mapToObj(i -> lamp()).toList();
            var products = products().createProducts().body(inputs).executeAs(r -> r);
            products.subList(0, 100).forEach(product -> put(user, product, 1));

            var tooMuch = carts().setCartItem()
                    .userIdPath(user.getId())
                    .productIdPath(products.get(100).getId())
                    .body(new CartItemInput().quantity(1));
            problem(answer(tooMuch), 409, "cart-full");

            assertThat(lines(put(user, products.get(0), 7))).hasSize(100).contains(line(products.get(0), 7));
        }

        @Test
        void makesOneLineOfManyRequestsAtOnce() {
            var user = newcomer();
            var product = product(lamp());

            var carts = Race.of(20, i -> put(user, product, 3));

            assertThat(carts).allSatisfy(cart -> assertThat(lines(cart)).containsExactly(line(product, 3)));
        }
    }

    @Nested
    class RemoveCartItem {

        @Test
        void takesTheProductOut() {
            var user = newcomer();
            var out = product(lamp());
            var in = product(lamp());
            put(user, out, 1);
            put(user, in, 1);
            var remove = carts().removeCartItem().userIdPath(user.getId()).productIdPath(out.getId());

            assertThat(answer(remove).statusCode()).isEqualTo(204);
            assertThat(answer(remove).statusCode()).as("again").isEqualTo(204);

            assertThat(lines(cart(user))).containsExactly(line(in, 1));
        }

        @Test
        void answers404ForAUserThatIsNotThere() {
            problem(answer(carts().removeCartItem().userIdPath(999_999_999).productIdPath(1)), 404, "not-found");
        }
    }

    @Nested
    class ClearCart {

        @Test
        void takesEverythingOutOfThisCartAlone() {
            var user = newcomer();
            var other = newcomer();
            var product = product(lamp());
            put(user, product, 1);
            put(user, product(lamp()), 1);
            put(other, product, 1);

            assertThat(answer(carts().clearCart().userIdPath(user.getId())).statusCode())
                    .isEqualTo(204);

            assertThat(cart(user).getItems()).isEmpty();
            assertThat(lines(cart(other))).containsExactly(line(product, 1));
        }

        @Test
        void answers404ForAUserThatIsNotThere() {
            problem(answer(carts().clearCart().userIdPath(999_999_999)), 404, "not-found");
        }
    }
}
