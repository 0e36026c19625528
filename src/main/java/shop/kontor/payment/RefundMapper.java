package shop.kontor.payment;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Refund;
import shop.kontor.api.model.RefundItem;

/** The rows of refunds, which are never changed or deleted, and their sum in each order. */
@Mapper
interface RefundMapper {

    Optional<Refund> find(long id);

    Optional<Refund> findByReference(@Nullable String reference);

    List<Refund> list(long orderId, @Nullable Long before, int limit);

    long count(long orderId);

    int insert(Entry entry);

    int insertItems(Entry entry, List<RefundItem> items);

    int refund(Entry entry);
}
