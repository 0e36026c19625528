package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.api.Oper;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;

/** Adjustments of the stock, and the movements that record each change of it. */
class StockContractTest extends ContractTest {

    @Nested
    class AdjustStock {

        private Oper adjust(Product product, int delta) {
            return products()
                    .adjustStock()
                    .idPath(product.getId())
                    .body(new StockAdjustment().delta(delta).reason("Delivery 4711"));
        }

        @Test
        void addsToWhatIsThereOrTakesFromIt() {
            var product = product(lamp().stock(10));

            var answer = answer(adjust(product, 5));
            assertThat(answer.as(Product.class).getStock()).isEqualTo(15);
            assertThat(answer.header("ETag"))
                    .isEqualTo(answer(products().getProduct().idPath(product.getId()))
                            .header("ETag"));

            assertThat(answer(adjust(product, -15)).as(Product.class).getStock())
                    .isZero();
        }

        @Test
        void losesNoneOfManyAtOnce() {
            var product = product(lamp().stock(10));

            Race.of(16, i -> answer(adjust(product, i % 2 == 0 ? 3 : -1)));

            assertThat(stock(product)).isEqualTo(10 + 8 * 3 - 8);
        }

        @Test
        void refusesToTakeMoreThanThereIs() {
            var product = product(lamp().stock(10));

            var shortages =
                    problem(answer(adjust(product, -11)), 409, "out-of-stock").getShortages();

            assertThat(shortages).singleElement().satisfies(shortage -> {
                assertThat(shortage.getProductId()).isEqualTo(product.getId());
                assertThat(shortage.getQuantity()).isEqualTo(11);
                assertThat(shortage.getStock()).isEqualTo(10);
            });
            assertThat(stock(product)).isEqualTo(10);
        }

        @Test
        void refusesWhatCouldNotBeCounted() {
            var product = product(lamp().stock(1));

            problem(answer(adjust(product, Integer.MAX_VALUE)), 409, "stock-limit");
        }

        @Test
        void writesNothingDownForNothing() {
            var product = product(lamp());

            assertThat(answer(adjust(product, 0)).statusCode()).isEqualTo(200);

            assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                    .hasSize(1);
        }

        @Test
        void answers404ForOneThatIsNotThere() {
            problem(answer(adjust(new Product().id(999_999_999L), 1)), 404, "not-found");
            problem(answer(adjust(new Product().id(999_999_999L), 0)), 404, "not-found");
        }
    }

    @Nested
    class ListStockMovements {

        @Test
        void listsThemNewestFirstPageByPage() {
            var product = product(lamp().stock(10));
            var list = products().listStockMovements().idPath(product.getId());
            answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().stock(4)));
            answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().stock(4)));
            answer(products()
                    .adjustStock()
                    .idPath(product.getId())
                    .body(new StockAdjustment().delta(3).reason("Found behind the shelf")));

            var first = answer(list.perPageQuery(2).totalQuery(true));
            assertThat(first.header("X-Total-Count")).isEqualTo("3");
            var all = follow(first, StockMovement[].class, rows -> {});

            assertThat(all)
                    .extracting(
                            StockMovement::getKind,
                            StockMovement::getDelta,
                            StockMovement::getStock,
                            StockMovement::getReason)
                    .containsExactly(
                            tuple(StockMovementKind.ADJUSTMENT, 3, 7, "Found behind the shelf"),
                            tuple(StockMovementKind.UPDATE, -6, 4, null),
                            tuple(StockMovementKind.OPENING, 10, 10, null));
            assertThat(all).allSatisfy(m -> assertThat(m.getMovedAt()).isNotNull());
        }

        @Test
        void isEmptyForAProductThatNeverHadAny() {
            var product = product(lamp().stock(0));

            assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void writesDownTheOpeningOfEachProductOfABatch() {
            var created = products()
                    .createProducts()
                    .body(List.of(lamp().stock(3), lamp().stock(0), lamp().stock(7)))
                    .executeAs(r -> r);

            assertThat(created)
                    .extracting(product ->
                            products().listStockMovements().idPath(product.getId()).executeAs(r -> r).stream()
                                    .mapToInt(StockMovement::getDelta)
                                    .sum())
                    .containsExactly(3, 0, 7);
        }

        @ParameterizedTest
        @ValueSource(strings = {"product", "category", "user"})
        void keepsThoseOfAProductThatIsDeletedWithItsName(String deleted) {
            var category = category();
            var user = newcomer();
            var product = product(lamp().stock(7).categoryId(category.getId()).userId(user.getId()));
            answer(products()
                    .updateProduct()
                    .idPath(product.getId())
                    .body(new ProductUpdate().productName("Renamed").stock(9)));

            var answer = switch (deleted) {
                case "product" -> answer(products().deleteProduct().idPath(product.getId()));
                case "category" ->
                    answer(categories()
                            .deleteCategory()
                            .idPath(category.getId())
                            .onDeleteQuery("cascade"));
                default -> answer(users().deleteUser().userIdPath(user.getId()));
            };
            assertThat(answer.statusCode()).isEqualTo(204);

            problem(answer(products().getProduct().idPath(product.getId())), 404, "not-found");
            assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                    .extracting(
                            StockMovement::getKind,
                            StockMovement::getDelta,
                            StockMovement::getStock,
                            StockMovement::getProductId,
                            StockMovement::getProductName)
                    .containsExactly(
                            tuple(StockMovementKind.DELETION, -9, 0, product.getId(), "Renamed"),
                            tuple(StockMovementKind.UPDATE, 2, 9, product.getId(), "Renamed"),
                            tuple(StockMovementKind.OPENING, 7, 7, product.getId(), product.getProductName()));
        }

        @Test
        void answers404ForAProductThatIsNotThere() {
            problem(answer(products().listStockMovements().idPath(999_999_999)), 404, "not-found");
        }
    }
}
