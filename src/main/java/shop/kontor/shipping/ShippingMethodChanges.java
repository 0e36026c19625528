package shop.kontor.shipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import shop.kontor.api.model.ShippingMethod;
import shop.kontor.api.model.ShippingMethodInput;
import shop.kontor.api.model.ShippingMethodUpdate;

/** What a shipping method is to be, with amounts as the database has them. */
final class ShippingMethodChanges {

    private ShippingMethodChanges() {}

    static ShippingMethod created(ShippingMethodInput input) {
        return new ShippingMethod()
                .name(input.getName())
                .price(decimals(input.getPrice()))
                .freeFrom(decimals(input.getFreeFrom().orElse(null)))
                .countries(inOrder(input.getCountries()))
                .active(input.getActive())
                .taxRate(decimals(input.getTaxRate().orElse(null)));
    }

    /** A method with the members that were sent. */
    static ShippingMethod updated(ShippingMethod before, ShippingMethodUpdate change) {
        List<String> countries = change.getCountries().orElse(null);
        return new ShippingMethod()
                .id(before.getId())
                .name(Objects.requireNonNullElse(change.getName(), before.getName()))
                .price(decimals(Objects.requireNonNullElse(change.getPrice(), before.getPrice())))
                .freeFrom(either(change.getFreeFrom(), before.getFreeFrom()))
                .countries(countries == null ? before.getCountries() : inOrder(countries))
                .active(Objects.requireNonNullElse(change.getActive(), before.getActive()))
                .taxRate(either(change.getTaxRate(), before.getTaxRate()))
                .createdAt(before.getCreatedAt())
                .updatedAt(before.getUpdatedAt());
    }

    private static @Nullable BigDecimal either(JsonNullable<BigDecimal> wanted, @Nullable BigDecimal now) {
        return wanted.isPresent() ? decimals(wanted.get()) : now;
    }

    private static @Nullable BigDecimal decimals(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2);
    }

    private static List<String> inOrder(List<String> countries) {
        return countries.stream().distinct().sorted().toList();
    }
}
