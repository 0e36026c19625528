package shop.kontor.order;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Address;
import shop.kontor.api.model.OrderInput;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.settings.ShippingSettings;
import shop.kontor.shipping.ShippingMethods;
import shop.kontor.shipping.ShippingTerms;

/** Checks how an order is to be shipped, and where to. */
@Component
class ShippingCheck {

    private final ShippingSettings settings;
    private final ShippingMethods methods;

    ShippingCheck(ShippingSettings settings, ShippingMethods methods) {
        this.settings = settings;
        this.methods = methods;
    }

    /**
     * The terms of an order's shipping method; null if it has none.
     *
     * @throws InvalidRequest if the shop requires what is missing, or the method is inactive or does not exist
     */
    @Nullable
    ShippingTerms terms(OrderInput input) {
        if (settings.isRequired()) {
            requireAll(input);
        }
        if (input.getShippingMethodId() == null) {
            return null;
        }
        var terms = methods.find(input.getShippingMethodId())
                .orElseThrow(
                        () -> new InvalidRequest("/shipping_method_id", "unknown_reference", ShippingMethods.UNKNOWN));
        terms.requireServed(
                Optional.ofNullable(input.getShipTo()).map(Address::getCountry).orElse(null));
        return terms;
    }

    private static void requireAll(OrderInput input) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("shipping_method_id", input.getShippingMethodId());
        members.put("ship_to", input.getShipTo());
        members.put("email", input.getEmail());
        members.put("phone", input.getPhone());
        var faults = members.entrySet().stream()
                .filter(member -> Objects.isNull(member.getValue()))
                .map(Map.Entry::getKey)
                .map(name -> InvalidRequest.inBody("/" + name, "required", "is missing: this shop requires it"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
