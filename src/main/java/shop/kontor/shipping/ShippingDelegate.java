package shop.kontor.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.ShippingApi;
import shop.kontor.api.ShippingApiDelegate;
import shop.kontor.api.model.ShippingMethod;
import shop.kontor.api.model.ShippingMethodInput;
import shop.kontor.api.model.ShippingMethodUpdate;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.idempotency.Idempotency;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.web.EntityTags;
import shop.kontor.web.ListById;

/** Implements the operations on shipping methods. */
@Component
class ShippingDelegate implements ShippingApiDelegate {

    private final ShippingMethodMapper methods;
    private final ShippingMethodCreation creation;
    private final ShippingMethodUse use;
    private final Idempotency idempotency;
    private final EntityTags entityTags;

    ShippingDelegate(
            ShippingMethodMapper methods,
            ShippingMethodCreation creation,
            ShippingMethodUse use,
            Idempotency idempotency,
            EntityTags entityTags) {
        this.methods = methods;
        this.creation = creation;
        this.use = use;
        this.idempotency = idempotency;
        this.entityTags = entityTags;
    }

    @Override
    public ResponseEntity<List<ShippingMethod>> listShippingMethods(
            CurrentUser caller, Boolean inactive, @Nullable String cursor, Integer perPage, Boolean total) {
        return new ListById<>(
                        (after, limit) -> methods.list(!inactive, after, limit),
                        ShippingMethod::getId,
                        () -> methods.count(!inactive))
                .page(cursor, perPage, total);
    }

    @Override
    public ResponseEntity<ShippingMethod> createShippingMethod(
            CurrentUser caller, ShippingMethodInput input, @Nullable String idempotencyKey) {
        return idempotency.once(caller, idempotencyKey, () -> {
            var method = creation.create(input);
            return ResponseEntity.created(new UriTemplate(ShippingApi.PATH_GET_SHIPPING_METHOD).expand(method.getId()))
                    .eTag(entityTags.of(method))
                    .body(method);
        });
    }

    @Override
    public ResponseEntity<ShippingMethod> getShippingMethod(CurrentUser caller, Long id) {
        return answer(methods.findActive(id).orElseThrow(() -> notFound(id)));
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<ShippingMethod> updateShippingMethod(
            CurrentUser caller, Long id, ShippingMethodUpdate change, @Nullable String ifMatch, ReadBack readBack) {
        var before = lock(id, ifMatch);
        readBack.requireUnchanged(() -> before);
        var after = ShippingMethodChanges.updated(before, change);
        if (!after.equals(before)) {
            methods.update(after);
        }
        return answer(find(id));
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Void> deleteShippingMethod(CurrentUser caller, Long id, @Nullable String ifMatch) {
        lock(id, ifMatch);
        if (use.isUsed(id)) {
            methods.deactivate(id);
        } else {
            methods.delete(id);
        }
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ShippingMethod> answer(ShippingMethod method) {
        return ResponseEntity.ok().eTag(entityTags.of(method)).body(method);
    }

    private ShippingMethod find(long id) {
        return methods.find(id).orElseThrow();
    }

    /** Locks the method: no other transaction changes or deletes it, or places an order with it, before this one ends. */
    private ShippingMethod lock(long id, @Nullable String ifMatch) {
        var method = methods.lock(id).orElseThrow(() -> notFound(id));
        entityTags.require(ifMatch, () -> entityTags.of(method));
        return method;
    }

    private static NotFound notFound(long id) {
        return new NotFound("shipping method", id);
    }
}
