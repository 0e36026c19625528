package shop.kontor.stock;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.StockMovement;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.security.CurrentUser;

/** The only place that changes stock: never below zero, and with a movement for each change. */
@Component
public class Stock {

    private final StockMapper stocks;

    Stock(StockMapper stocks) {
        this.stocks = stocks;
    }

    /**
     * Changes the stock of several products, or of none. Rows are locked in the order of their ids, so that concurrent
     * transactions wait for each other and never deadlock.
     *
     * @param caller the user whom the movement names
     * @param kind the cause
     * @param orderId the order that causes the change, or null
     * @param reason a manager's explanation, or null
     * @param deltas by product id, none of them 0; unknown products are ignored
     * @return the number of updated products
     * @throws OutOfStock if the stock of any product is insufficient, or an order has products that are not for sale
     * @throws StockLimit if the stock of any product would exceed its maximum
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int move(
            CurrentUser caller,
            StockMovementKind kind,
            @Nullable Long orderId,
            @Nullable String reason,
            Map<Long, Integer> deltas) {
        if (deltas.isEmpty()) {
            return 0;
        }
        var moved = move(kind, deltas);
        if (kind == StockMovementKind.ORDER && moved < deltas.size()) {
            refuse(changes(kind, deltas).filter(StockChange::isOffSale).toList());
        }
        if (moved > 0 && stocks.insertMovements(kind, orderId, reason, caller.id(), deltas) != moved) {
            throw new OptimisticLockingFailureException("A product changed although its row was locked.");
        }
        return moved;
    }

    private int move(StockMovementKind kind, Map<Long, Integer> deltas) {
        try {
            return stocks.move(kind, deltas);
        } catch (NonTransientDataAccessException e) {
            // the statement changed nothing, and the row that it failed at is still locked
            requireEnough(changes(kind, deltas).toList());
            throw e;
        }
    }

    private Stream<StockChange> changes(StockMovementKind kind, Map<Long, Integer> deltas) {
        return stocks.list(deltas.keySet()).stream()
                .map(product -> new StockChange(kind, product, Objects.requireNonNull(deltas.get(product.id()))));
    }

    private static void refuse(List<StockChange> changes) {
        if (!changes.isEmpty()) {
            throw new OutOfStock(changes);
        }
    }

    private static void requireEnough(List<StockChange> changes) {
        refuse(changes.stream().filter(StockChange::isShort).toList());
        if (changes.stream().anyMatch(StockChange::isBeyondLimit)) {
            throw new StockLimit();
        }
    }

    /** Sets the initial stock of new products, and records it as their first movement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(CurrentUser caller, List<StockedProduct> products) {
        var stocked = products.stream().filter(product -> product.stock() > 0).toList();
        if (!stocked.isEmpty()) {
            stocks.insertOpenings(caller.id(), stocked);
        }
        stocks.open(products.stream().map(StockedProduct::id).toList());
    }

    /**
     * Records the removal of the remaining stock of products that this transaction deletes.
     *
     * @return the number of products that had any, which are now locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int close(CurrentUser caller, DeletedProducts products) {
        return stocks.insertDeletions(caller.id(), products);
    }

    /**
     * The stock movements of a product, newest first.
     *
     * @param before the id of the last movement of the previous page, null for the first page
     */
    public List<StockMovement> listMovements(long productId, @Nullable Long before, int limit) {
        return stocks.listMovements(productId, before, limit);
    }

    /** The number of stock movements of a product. */
    public long countMovements(long productId) {
        return stocks.countMovements(productId);
    }
}
