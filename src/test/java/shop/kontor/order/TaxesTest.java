package shop.kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderItem;
import shop.kontor.api.model.OrderTax;

/** The tax of many random orders, beside the same in exact fractions. */
class TaxesTest {

    private static final int ORDERS = 100_000;

    /** Few rates, so that lines share them, and some that leave half a cent. */
    private static final List<String> RATES =
            List.of("0", "100", "19", "7", "7.7", "5.50", "25.00", "21", "8.10", "0.01");

    /** Gross, net and tax in cents, by rate in hundredths of a percent. */
    private record Amounts(long gross, long net, long tax) {

        static Amounts of(OrderTax tax) {
            return new Amounts(cents(tax.getGross()), cents(tax.getNet()), cents(tax.getTax()));
        }

        private static long cents(BigDecimal amount) {
            return amount.movePointRight(2).longValueExact();
        }
    }

    private static Order order(Random random) {
        var items = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                .mapToObj(i -> new OrderItem()
                        .price(BigDecimal.valueOf(random.nextInt(random.nextInt(10) == 0 ? 100_000_000 : 10_000), 2))
                        .quantity(1 + random.nextInt(random.nextInt(10) == 0 ? 999 : 5))
                        .taxRate(rate(random)))
                .toList();
        var order = new TaxedOrder();
        order.items(items);
        if (random.nextBoolean()) {
            order.shipping(BigDecimal.valueOf(random.nextInt(2000), 2)).shippingTaxRate(rate(random));
        }
        return order;
    }

    private static BigDecimal rate(Random random) {
        return random.nextInt(5) == 0
                ? BigDecimal.valueOf(random.nextInt(10_001), 2)
                : new BigDecimal(RATES.get(random.nextInt(RATES.size())));
    }

    /** In fractions of whole numbers, rounded once for each rate. */
    private static Map<Long, Amounts> exact(Order order) {
        var gross = new TreeMap<Long, Long>();
        order.getItems()
                .forEach(item -> gross.merge(
                        hundredths(item.getTaxRate()), hundredths(item.getPrice()) * item.getQuantity(), Long::sum));
        if (order.getShipping() != null) {
            gross.merge(hundredths(order.getShippingTaxRate()), hundredths(order.getShipping()), Long::sum);
        }
        var amounts = new TreeMap<Long, Amounts>();
        gross.forEach((rate, cents) -> {
            var tax = halfUp(
                    BigInteger.valueOf(cents).multiply(BigInteger.valueOf(rate)), BigInteger.valueOf(10_000 + rate));
            amounts.put(rate, new Amounts(cents, cents - tax, tax));
        });
        return amounts;
    }

    private static long hundredths(BigDecimal number) {
        return number.movePointRight(2).longValueExact();
    }

    /** A fraction that is not negative, to the nearest whole number: the larger one of two that are as near. */
    private static long halfUp(BigInteger numerator, BigInteger denominator) {
        var parts = numerator.divideAndRemainder(denominator);
        return parts[0].longValueExact() + (parts[1].shiftLeft(1).compareTo(denominator) >= 0 ? 1 : 0);
    }

    private static Map<Long, Amounts> stated(Order order) {
        return order.getTaxes().stream().collect(Collectors.toMap(tax -> hundredths(tax.getRate()), Amounts::of));
    }

    /** The mistake: each line rounded by itself. */
    private static Map<Long, Amounts> roundedPerLine(Order order) {
        var lines = new TreeMap<Long, Amounts>();
        order.getItems().forEach(item -> {
            var gross = item.getPrice().multiply(BigDecimal.valueOf(item.getQuantity()));
            add(lines, item.getTaxRate(), gross);
        });
        if (order.getShipping() != null) {
            add(lines, order.getShippingTaxRate(), order.getShipping());
        }
        return lines;
    }

    private static void add(Map<Long, Amounts> lines, BigDecimal rate, BigDecimal gross) {
        var tax = gross.multiply(rate).divide(rate.add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP);
        lines.merge(
                hundredths(rate),
                new Amounts(hundredths(gross), hundredths(gross.subtract(tax)), hundredths(tax)),
                (a, b) -> new Amounts(a.gross + b.gross, a.net + b.net, a.tax + b.tax));
    }

    private static long wrong(Function<Order, Map<Long, Amounts>> calculation) {
        var random = new Random(17);
        return IntStream.range(0, ORDERS)
                .mapToObj(i -> order(random))
                .filter(order -> !calculation.apply(order).equals(exact(order)))
                .count();
    }

    @Test
    void isThatOfExactFractionsForEveryOrder() {
        assertThat(wrong(TaxesTest::stated)).isZero();
    }

    /** The control. */
    @Test
    void wouldNotBeIfEachLineWereRounded() {
        assertThat(wrong(TaxesTest::roundedPerLine)).isGreaterThan(ORDERS / 10);
    }

    @Test
    void roundsHalfACentUp() {
        var half = new TaxedOrder().items(List.of(item("0.03", 1, "100")));

        assertThat(half.getTaxes()).containsExactly(tax("100", "0.03", "0.01", "0.02"));
    }

    @Test
    void putsEqualRatesTogetherHoweverTheyAreWritten() {
        var order = new TaxedOrder().items(List.of(item("1.19", 1, "19"), item("2.38", 2, "19.00"), item("1", 1, "7")));

        assertThat(order.getTaxes())
                .extracting(OrderTax::getTax)
                .containsExactly(new BigDecimal("0.07"), new BigDecimal("0.95"));
    }

    @Test
    void isUnknownIfRatesAre() {
        assertThat(new TaxedOrder()
                        .items(List.of(item("1", 1, "7").taxRate(null)))
                        .getTaxes())
                .isNull();
    }

    private static OrderItem item(String price, int quantity, String rate) {
        return new OrderItem().price(new BigDecimal(price)).quantity(quantity).taxRate(new BigDecimal(rate));
    }

    private static OrderTax tax(String rate, String gross, String net, String tax) {
        return new OrderTax(new BigDecimal(rate), new BigDecimal(gross), new BigDecimal(net), new BigDecimal(tax));
    }
}
