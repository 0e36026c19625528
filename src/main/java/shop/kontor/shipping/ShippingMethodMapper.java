package shop.kontor.shipping;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ShippingMethod;

/** The rows of shipping methods. */
@Mapper
interface ShippingMethodMapper {

    Optional<ShippingMethod> find(long id);

    Optional<ShippingMethod> findActive(long id);

    Optional<ShippingMethod> lock(long id);

    List<ShippingMethod> list(boolean active, @Nullable Long after, int limit);

    long count(boolean active);

    int insert(ShippingMethod method);

    int update(ShippingMethod method);

    int deactivate(long id);

    int delete(long id);
}
