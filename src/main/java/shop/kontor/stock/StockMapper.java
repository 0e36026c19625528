package shop.kontor.stock;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import shop.kontor.api.model.StockMovement;
import shop.kontor.api.model.StockMovementKind;

/** How many there are of each product, and the ledger of it. */
@Mapper
interface StockMapper {

    List<StockedProduct> lock(Collection<Long> ids);

    List<StockMovement> listMovements(long productId, Long before, int limit);

    long countMovements(long productId);

    int insertMovements(StockMovementKind kind, Long orderId, String reason, Long userId, List<StockChange> changes);

    int open(Collection<Long> ids);

    int move(List<StockChange> changes);
}
