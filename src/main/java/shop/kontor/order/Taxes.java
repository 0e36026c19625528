package shop.kontor.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderItem;
import shop.kontor.api.model.OrderTax;

/** The tax that an order's prices include, by rate. */
final class Taxes {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Taxes() {}

    /** Lowest rates first; null for orders from before rates were kept. */
    static @Nullable List<OrderTax> of(Order order) {
        var gross = new TreeMap<BigDecimal, BigDecimal>();
        for (OrderItem item : order.getItems()) {
            if (item.getTaxRate() == null) {
                return null;
            }
            gross.merge(
                    item.getTaxRate(),
                    item.getPrice().multiply(BigDecimal.valueOf(item.getQuantity())),
                    BigDecimal::add);
        }
        if (order.getShipping() != null && order.getShippingTaxRate() != null) {
            gross.merge(order.getShippingTaxRate(), order.getShipping(), BigDecimal::add);
        }
        return gross.entrySet().stream()
                .map(rate -> of(rate.getKey(), rate.getValue()))
                .toList();
    }

    /** Rounds once, in the division. */
    private static OrderTax of(BigDecimal rate, BigDecimal gross) {
        var tax = gross.multiply(rate).divide(HUNDRED.add(rate), 2, RoundingMode.HALF_UP);
        return new OrderTax(rate, gross, gross.subtract(tax), tax);
    }
}
