package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.PaymentKind;
import shop.kontor.client.model.PaymentStatus;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.Refund;
import shop.kontor.client.model.RefundInput;
import shop.kontor.client.model.RefundItem;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;

/** What goes back for orders, and what comes back with it: an order of two lamps costs 39.80. */
class RefundsContractTest extends ContractTest {

    private Order get(Order order) {
        return orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private Order paid() {
        var order = order();
        assertThat(pay(order, transfer("39.80")).statusCode()).isEqualTo(201);
        return order;
    }

    private static RefundInput refund(String amount) {
        return new RefundInput().amount(new BigDecimal(amount)).kind(PaymentKind.CARD);
    }

    private static RefundItem line(int number, int quantity, boolean restock) {
        return new RefundItem().lineNumber(number).quantity(quantity).restock(restock);
    }

    private Response refund(Order order, RefundInput refund) {
        return answer(payments().createRefund().idPath(order.getId()).body(refund));
    }

    private List<Refund> refundsOf(Order order) {
        return payments().listRefundsOfOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private Product product(Order order) {
        return products()
                .getProduct()
                .idPath(order.getItems().get(0).getProductId())
                .executeAs(r -> r);
    }

    @Nested
    class CreateRefund {

        @ParameterizedTest
        @CsvSource({
            "39.80, 39.80, REFUNDED, 0",
            "39.80, 39.79, PARTLY_REFUNDED, 0",
            "50, 10.20, PAID, 0",
            "50, 10, OVERPAID, 0.20",
            "10, 10, REFUNDED, 0",
            "10, 9, PARTLY_REFUNDED, 0"
        })
        void isRecordedAndNeverMovesTheOrderBack(String paid, String back, PaymentStatus status, BigDecimal dueBack) {
            var order = order();
            pay(order, transfer(paid));
            var before = get(order).getStatus();

            var answer = refund(order, refund(back));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/orders/%d/refunds".formatted(order.getId()));
            assertThat(refundsOf(order)).containsExactly(answer.as(Refund.class));
            assertThat(get(order).getStatus()).isEqualTo(before);
            assertThat(get(order).getPaymentStatus()).isEqualTo(status);
            assertThat(get(order).getDueBack()).isEqualByComparingTo(dueBack);
        }

        @Test
        void coversAnOrderOnlyWithWhatIsLeft() {
            var order = order();
            pay(order, transfer("20"));
            refund(order, refund("20"));

            pay(order, transfer("20"));
            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PLACED);
            pay(order, transfer("19.80"));
            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PAID);
        }

        @Test
        void refusesMoreThanWasPaid() {
            var order = paid();
            refund(order, refund("30"));

            problem(refund(order, refund("9.81")), 409, "refund-limit");

            assertThat(get(order).getRefunded()).isEqualByComparingTo("30");
            assertThat(refund(order, refund("9.80")).statusCode()).isEqualTo(201);
        }

        @Test
        void returnsWhatWasPaidForACancelledOrder() {
            var order = paid();
            answer(move(order, OrderStatus.CANCELLED));
            assertThat(get(order).getDueBack()).isEqualByComparingTo("39.80");

            assertThat(refund(order, refund("39.80")).statusCode()).isEqualTo(201);

            assertThat(get(order).getDueBack()).isZero();
            assertThat(get(order).getPaymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
        }

        @Test
        void putsBackTheQuantitiesOnceAndCancellingTheRest() {
            var order = paid();
            var lamp = product(order);

            refund(order, refund("1").addItemsItem(line(1, 1, false)));
            assertThat(stock(lamp)).isEqualTo(8);
            refund(order, refund("1").addItemsItem(line(1, 1, true)));
            assertThat(stock(lamp)).isEqualTo(9);
            problem(refund(order, refund("1").addItemsItem(line(1, 2, true))), 409, "already-restocked");
            answer(move(order, OrderStatus.CANCELLED));

            assertThat(stock(lamp)).isEqualTo(10);
            problem(refund(order, refund("1").addItemsItem(line(1, 1, true))), 409, "already-restocked");
            assertThat(products().listStockMovements().idPath(lamp.getId()).executeAs(r -> r))
                    .filteredOn(movement -> movement.getKind() == StockMovementKind.CANCELLATION)
                    .extracting(StockMovement::getDelta)
                    .containsExactly(1, 1);
            assertThat(get(order).getItems().get(0).getRestocked()).isEqualTo(2);
            assertThat(get(order).getRefunded()).isEqualByComparingTo("2");
        }

        @Test
        void countsWhatComesBackOfAProductThatIsGone() {
            var order = paid();
            database.update("UPDATE order_items SET product_id = NULL WHERE order_id = ?", order.getId());

            assertThat(refund(order, refund("1").addItemsItem(line(1, 2, true))).statusCode())
                    .isEqualTo(201);
            assertThat(get(order).getItems().get(0).getRestocked()).isEqualTo(2);
        }

        @Test
        void refusesMoreThanCouldBeCountedInStock() {
            var order = paid();
            database.update(
                    "UPDATE products SET stock = ? WHERE id = ?",
                    Integer.MAX_VALUE,
                    product(order).getId());

            problem(refund(order, refund("1").addItemsItem(line(1, 1, true))), 409, "stock-limit");

            assertThat(get(order).getRefunded()).isZero();
        }

        @Test
        void refusesLinesThatTheOrderDoesNotHave() {
            var refund = refund("1")
                    .addItemsItem(line(2, 1, false))
                    .addItemsItem(line(1, 3, true))
                    .addItemsItem(line(1, 1, false));

            assertThat(faults(refund(paid(), refund)))
                    .containsExactly(
                            "#/items/0/line_number unknown_reference",
                            "#/items/1/quantity not_applicable",
                            "#/items/2/line_number duplicate");
        }

        @Test
        void answersTheSameReferenceAsTheFirstTime() {
            var order = paid();
            var refund = refund("39.80").reference(unique("RF18")).addItemsItem(line(1, 2, true));
            var first = refund(order, refund);

            var again = refund(order, refund);

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(refundsOf(order)).hasSize(1);
            assertThat(stock(product(order))).isEqualTo(10);
        }

        @Test
        void refusesTheReferenceOfAnotherRefundButNotThatOfAPayment() {
            var order = paid();
            var reference = unique("RF18");
            pay(order, transfer("1").reference(reference));
            assertThat(refund(order, refund("1").reference(reference)).statusCode())
                    .isEqualTo(201);

            problem(refund(order, refund("2").reference(reference)), 409, "duplicate");
            problem(refund(paid(), refund("1").reference(reference)), 409, "duplicate");
            problem(refund(order, refund("1").reference(reference).addItemsItem(line(1, 1, true))), 409, "duplicate");
            assertThat(faults(refund(order, refund("1").kind(PaymentKind.CASH).reference("x"))))
                    .containsExactly("#/reference not_applicable");
        }

        @Test
        void isDoneOnceForAKey() {
            var order = paid();
            var refund = payments()
                    .createRefund()
                    .idPath(order.getId())
                    .idempotencyKeyHeader(unique("k").substring(2));

            assertThat(answer(refund.body(refund("20"))).asString())
                    .isEqualTo(answer(refund.body(refund("20"))).asString());

            assertThat(refundsOf(order)).hasSize(1);
            problem(answer(refund.body(refund("1"))), 422, "key-reused");
        }

        @Test
        void answers404ForAnOrderThatIsNotThere() {
            problem(refund(new Order().id(999_999_999L), refund("1")), 404, "not-found");
        }
    }

    @Nested
    class ListRefundsOfOrder {

        @Test
        void listsThemNewestFirstPageByPageWithTheirLines() {
            var order = paid();
            var made = List.of(refund("1").addItemsItem(line(1, 2, false)), refund("2"), refund("3")).stream()
                    .map(refund -> refund(order, refund).as(Refund.class))
                    .toList();

            var first = answer(payments()
                    .listRefundsOfOrder()
                    .idPath(order.getId())
                    .perPageQuery(1)
                    .totalQuery(true));

            assertThat(first.header("X-Total-Count")).isEqualTo("3");
            assertThat(follow(first, Refund[].class, rows -> {}))
                    .containsExactly(made.get(2), made.get(1), made.get(0));
            assertThat(made.get(0).getItems()).containsExactly(line(1, 2, false));
        }

        @Test
        void answers404ForAnOrderThatIsNotThere() {
            problem(answer(payments().listRefundsOfOrder().idPath(999_999_999)), 404, "not-found");
        }
    }
}
