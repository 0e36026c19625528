package shop.kontor.shipping;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.ShippingMethod;
import shop.kontor.api.model.ShippingMethodInput;

/** Creates a shipping method. */
@Component
class ShippingMethodCreation {

    private final ShippingMethodMapper methods;

    ShippingMethodCreation(ShippingMethodMapper methods) {
        this.methods = methods;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ShippingMethod create(ShippingMethodInput input) {
        var method = ShippingMethodChanges.created(input);
        methods.insert(method);
        return methods.find(method.getId()).orElseThrow();
    }
}
