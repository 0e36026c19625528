package shop.kontor.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.OrderStatusInput;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.CustomerSettings;

/** The rows of orders; a customer finds only their own. */
@Mapper
interface OrderMapper {

    Optional<Order> find(CurrentUser caller, long id);

    Optional<Integer> findWait(PlacedOrder order, CustomerSettings limits);

    Optional<OrderStatus> lock(CurrentUser caller, long id);

    List<Order> list(@Nullable Long userId, @Nullable OrderStatus status, @Nullable Long before, int limit);

    List<OrderLine> listLines(long id);

    List<OpenOrder> listOpen(long userId);

    long count(@Nullable Long userId, @Nullable OrderStatus status);

    boolean hasShippingMethod(long id);

    int insert(CurrentUser caller, PlacedOrder order, CustomerSettings limits);

    int insertItems(long id, BigDecimal standardTaxRate);

    int update(long id, OrderStatus status, OrderStatusInput change);

    int updateShippingPrice(long id, BigDecimal price);

    int restock(@Param("id") long id, @Param("quantities") Map<Integer, Integer> quantities);

    int restockRest(long id);
}
