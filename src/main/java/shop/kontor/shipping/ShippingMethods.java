package shop.kontor.shipping;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import shop.kontor.settings.TaxSettings;

/** The interface of shipping methods for carts and orders. */
@Component
public class ShippingMethods {

    /** What to answer instead of a method that is inactive or does not exist. */
    public static final String UNKNOWN = "is no active shipping method";

    private final ShippingMethodMapper methods;
    private final TaxSettings tax;

    ShippingMethods(ShippingMethodMapper methods, TaxSettings tax) {
        this.methods = methods;
        this.tax = tax;
    }

    /** The terms of an active method. */
    public Optional<ShippingTerms> find(long id) {
        return methods.findActive(id)
                .map(method -> new ShippingTerms(method, Objects.requireNonNullElse(method.getTaxRate(), tax.rate())));
    }
}
