package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.Payment;
import shop.kontor.client.model.PaymentKind;
import shop.kontor.client.model.PaymentStatus;
import shop.kontor.client.model.ProductUpdate;

/** What comes in for orders: an order of two lamps costs 39.80. */
class PaymentsContractTest extends ContractTest {

    private Order get(Order order) {
        return orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private List<Payment> paymentsOf(Order order) {
        return payments().listPaymentsOfOrder().idPath(order.getId()).executeAs(r -> r);
    }

    @Nested
    class CreatePayment {

        @Test
        void recordsItAndMarksTheOrderAsPaidOnceItIsCovered() {
            var order = order();

            var answer = pay(order, transfer("39.79").reference(unique("RF18")));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/orders/%d/payments".formatted(order.getId()));
            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PLACED);
            assertThat(get(order).getPaymentStatus()).isEqualTo(PaymentStatus.PARTLY_PAID);
            pay(order, transfer("0.01"));
            var paid = get(order);
            assertThat(paid.getStatus()).isEqualTo(OrderStatus.PAID);
            assertThat(paid.getPaymentStatus()).isEqualTo(PaymentStatus.PAID);
            assertThat(paid.getCaptured()).isEqualByComparingTo("39.80");
            assertThat(paid.getDueBack()).isZero();
            assertThat(paidAgain(answer.as(Payment.class))).isEqualTo(answer.as(Payment.class));
        }

        private Payment paidAgain(Payment payment) {
            return payments()
                    .listPayments()
                    .referenceQuery(payment.getReference())
                    .executeAs(r -> r)
                    .get(0);
        }

        @Test
        void recordsMoreThanTheTotalAndSaysWhatIsDueBack() {
            var order = order();

            pay(order, transfer("50"));

            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PAID);
            assertThat(get(order).getPaymentStatus()).isEqualTo(PaymentStatus.OVERPAID);
            assertThat(get(order).getDueBack()).isEqualByComparingTo("10.20");
        }

        @Test
        void keepsMoneyForACancelledOrderWhichStaysCancelled() {
            var order = order();
            answer(move(order, OrderStatus.CANCELLED));

            assertThat(pay(order, transfer("39.80")).statusCode()).isEqualTo(201);

            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(get(order).getDueBack()).isEqualByComparingTo("39.80");
        }

        @Test
        void leavesAnOrderThatCostsNothingToTheManager() {
            var user = newcomer();
            put(user, product(lamp().price(BigDecimal.ZERO)), 1);
            var order = buy(user);

            pay(order, transfer("1"));
            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PLACED);

            answer(move(order, OrderStatus.PAID));
            assertThat(paymentsOf(order)).hasSize(1);
        }

        @Test
        void answersTheSameReferenceAsTheFirstTime() {
            var order = order();
            var payment = transfer("39.80").reference(unique("RF18"));
            var first = pay(order, payment);
            answer(move(order, OrderStatus.CANCELLED));

            var again = pay(order, payment);

            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(paymentsOf(order)).hasSize(1);
            assertThat(get(order).getCaptured()).isEqualByComparingTo("39.80");
        }

        @Test
        void refusesTheReferenceOfAnotherPayment() {
            var order = order();
            var reference = unique("RF18");
            pay(order, transfer("1").reference(reference));

            problem(pay(order(), transfer("1").reference(reference)), 409, "duplicate");
            problem(pay(order, transfer("2").reference(reference)), 409, "duplicate");
            problem(pay(order, transfer("1").kind(PaymentKind.CARD).reference(reference)), 409, "duplicate");
            assertThat(paymentsOf(order)).hasSize(1);
        }

        @Test
        void comparesReferencesByTheirBytes() {
            var order = order();
            var reference = unique("Straße");

            for (var other : List.of(reference, reference.toUpperCase(), reference.replace("ß", "ss"))) {
                assertThat(pay(order, transfer("1").reference(other)).statusCode())
                        .isEqualTo(201);
            }
            assertThat(paymentsOf(order))
                    .hasSize(3)
                    .extracting(Payment::getReference)
                    .contains(reference);
        }

        @Test
        void takesNoReferenceOfCash() {
            var order = order();

            assertThat(faults(pay(order, transfer("1").kind(PaymentKind.CASH).reference("x"))))
                    .containsExactly("#/reference not_applicable");
            assertThat(pay(order, transfer("1").kind(PaymentKind.CASH)).statusCode())
                    .isEqualTo(201);
        }

        @Test
        void refusesMoreThanAnOrderCanHold() {
            var order = order();
            for (int i = 0; i < 9; i++) {
                assertThat(pay(order, transfer("9999999999999.99")).statusCode())
                        .isEqualTo(201);
            }

            assertThat(faults(pay(order, transfer("9999999999999.99")))).containsExactly("#/amount maximum");
        }

        @Test
        void isDoneOnceForAKey() {
            var order = order();
            var pay = payments().createPayment().idPath(order.getId()).idempotencyKeyHeader(key());

            var answers = Race.of(5, i -> answer(pay.body(transfer("5"))).asString());

            assertThat(answers).containsOnly(answers.get(0));
            assertThat(paymentsOf(order)).hasSize(1);
            problem(answer(pay.body(transfer("6"))), 422, "key-reused");
        }

        @Test
        void answers404ForAnOrderThatIsNotThere() {
            problem(pay(new Order().id(999_999_999L), transfer("1")), 404, "not-found");
        }

        private static String key() {
            return UUID.randomUUID().toString();
        }
    }

    @Nested
    class SetOrderStatus {

        @ParameterizedTest
        @CsvSource({"10, 29.80", "0.01, 39.79"})
        void recordsTheRestWhenAManagerMarksAnOrderAsPaid(String before, String rest) {
            var order = order();
            pay(order, transfer(before));

            var paid = answer(move(order, OrderStatus.PAID)).as(Order.class);

            assertThat(paid.getPaymentStatus()).isEqualTo(PaymentStatus.PAID);
            assertThat(paymentsOf(order)).hasSize(2).first().satisfies(payment -> {
                assertThat(payment.getAmount()).isEqualByComparingTo(rest);
                assertThat(payment.getKind()).isEqualTo(PaymentKind.OTHER);
            });
        }
    }

    @Nested
    class ListPayments {

        @Test
        void listsThoseOfAPeriodAnOrderOrAReferenceNewestFirst() {
            var order = order();
            var made = List.of("1", "2", "3").stream()
                    .map(amount -> pay(order, transfer(amount)).as(Payment.class))
                    .toList();

            var ofOrder = payments().listPayments().orderIdQuery(order.getId());
            var period = payments()
                    .listPayments()
                    .fromQuery(made.get(1).getCreatedAt().toString())
                    .toQuery(made.get(2).getCreatedAt().toString());
            var first = answer(ofOrder.perPageQuery(1).totalQuery(true));
            assertThat(first.header("X-Total-Count")).isEqualTo("3");
            assertThat(follow(first, Payment[].class, rows -> {}))
                    .containsExactly(made.get(2), made.get(1), made.get(0));
            assertThat(period.orderIdQuery(order.getId()).executeAs(r -> r)).containsExactly(made.get(1));
            assertThat(payments().listPayments().referenceQuery(unique("none")).executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void understandsTimesOfAllOffsets() {
            var payment = pay(order(), transfer("1")).as(Payment.class);
            var late = payment.getCreatedAt().withOffsetSameInstant(ZoneOffset.ofHours(-9));

            assertThat(payments().listPayments().fromQuery(late.toString()).executeAs(r -> r))
                    .contains(payment);
            assertThat(payments()
                            .listPayments()
                            .fromQuery("2999-12-31T23:59:59.5+14:00")
                            .executeAs(r -> r))
                    .isEmpty();
        }
    }

    @Nested
    class ListPaymentsOfOrder {

        @Test
        void listsThemNewestFirstPageByPage() {
            var order = order();
            var made = List.of("1", "2", "3").stream()
                    .map(amount -> pay(order, transfer(amount)).as(Payment.class))
                    .toList();

            var first = answer(
                    payments().listPaymentsOfOrder().idPath(order.getId()).perPageQuery(1));

            assertThat(follow(first, Payment[].class, rows -> {}))
                    .containsExactly(made.get(2), made.get(1), made.get(0));
        }

        @Test
        void survivesTheUserAndTheCatalog() {
            var order = order();
            pay(order, transfer("39.80"));
            answer(move(order, OrderStatus.SHIPPED));
            answer(products()
                    .updateProduct()
                    .idPath(order.getItems().get(0).getProductId())
                    .body(new ProductUpdate().price(BigDecimal.TEN)));
            var before = paymentsOf(order);

            assertThat(answer(users().deleteUser().userIdPath(order.getUserId()))
                            .statusCode())
                    .isEqualTo(204);

            assertThat(paymentsOf(order)).isEqualTo(before).hasSize(1);
            assertThat(get(order).getPaymentStatus()).isEqualTo(PaymentStatus.PAID);
        }

        @Test
        void answers404ForAnOrderThatIsNotThere() {
            problem(answer(payments().listPaymentsOfOrder().idPath(999_999_999)), 404, "not-found");
        }
    }
}
