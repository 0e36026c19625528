package shop.kontor.payment;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Payment;
import shop.kontor.web.Cursor;

/** The rows of payments, which are never changed or deleted, and their sum in each order. */
@Mapper
interface PaymentMapper {

    Optional<Payment> find(long id);

    Optional<Payment> findByReference(@Nullable String reference);

    List<Payment> list(PaymentFilter filter, @Nullable Cursor<OffsetDateTime> after, int limit);

    long count(@Param("filter") PaymentFilter filter);

    int insert(Entry entry);

    int insertRest(long orderId, BigDecimal total);

    int capture(Entry entry);

    int captureRest(long orderId, BigDecimal total);
}
