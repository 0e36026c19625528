package shop.kontor.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderTax;

/** An order that states its tax, which its items and its shipping determine. */
class TaxedOrder extends Order {

    @Override
    public @Nullable List<OrderTax> getTaxes() {
        return Taxes.of(this);
    }
}
