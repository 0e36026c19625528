package shop.kontor.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.StockMovement;
import shop.kontor.api.model.StockMovementKind;

/** The stock of each product, and its movements. */
@Mapper
interface StockMapper {

    List<StockedProduct> list(Collection<Long> ids);

    List<StockMovement> listMovements(long productId, @Nullable Long before, int limit);

    long countMovements(long productId);

    int insertOpenings(@Nullable Long userId, List<StockedProduct> products);

    int insertMovements(
            StockMovementKind kind,
            @Nullable Long orderId,
            @Nullable String reason,
            @Nullable Long userId,
            Map<Long, Integer> deltas);

    int insertDeletions(@Nullable Long userId, DeletedProducts products);

    int open(Collection<Long> ids);

    int move(StockMovementKind kind, Map<Long, Integer> deltas);
}
