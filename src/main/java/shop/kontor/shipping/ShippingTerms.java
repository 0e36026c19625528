package shop.kontor.shipping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ShippingMethod;

/**
 * What a shipping method costs a buyer, and where it serves one.
 *
 * @param taxRate its own, or the shop's standard rate
 */
public record ShippingTerms(ShippingMethod method, BigDecimal taxRate) {

    /** Whether it costs nothing for goods of this total. */
    public boolean isFree(BigDecimal goods) {
        return method.getFreeFrom() != null && goods.compareTo(method.getFreeFrom()) >= 0;
    }

    /** What it costs for goods of this total. */
    public BigDecimal price(BigDecimal goods) {
        return isFree(goods) ? BigDecimal.ZERO.setScale(2) : method.getPrice();
    }

    /**
     * Requires that it serves a country.
     *
     * @param country null if the buyer names none
     */
    public void requireServed(@Nullable String country) {
        if (country != null && !method.getCountries().contains(country)) {
            throw new CountryNotServed(method.getName(), country);
        }
    }
}
