package shop.kontor.stock;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.StockMovement;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.security.CurrentUser;

/** The one place where the stock changes: never below zero, and with a line in the ledger for each change. */
@Component
public class Stock {

    private final StockMapper stocks;

    Stock(StockMapper stocks) {
        this.stocks = stocks;
    }

    /**
     * Adds to the stock of some products, or takes from it: of all of them or of none. Their rows are locked, lowest ids
     * first, so that those who want the same products wait for each other, and never in a circle.
     *
     * @param caller whom the ledger names
     * @param kind why
     * @param orderId the order that it is for, or null
     * @param reason what a person says about it, or null
     * @param deltas by product id, none of them 0; a product that is not there is left out
     * @return the products as they now are, lowest ids first
     * @throws OutOfStock if there are too few of any
     * @throws StockLimit if there would be more of any than can be counted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<StockedProduct> move(
            CurrentUser caller,
            StockMovementKind kind,
            @Nullable Long orderId,
            @Nullable String reason,
            Map<Long, Integer> deltas) {
        if (deltas.isEmpty()) {
            return List.of();
        }
        var changes = stocks.lock(deltas.keySet()).stream()
                .map(product -> new StockChange(product, Objects.requireNonNull(deltas.get(product.id()))))
                .toList();
        if (changes.stream().anyMatch(StockChange::isShort)) {
            throw new OutOfStock(changes.stream().filter(StockChange::isShort).toList());
        }
        if (changes.stream().anyMatch(StockChange::isBeyondLimit)) {
            throw new StockLimit();
        }
        if (!changes.isEmpty()) {
            if (stocks.move(changes) != changes.size()) {
                throw new OptimisticLockingFailureException("The stock has changed, although it was locked.");
            }
            book(caller, kind, orderId, reason, changes);
        }
        return changes.stream().map(StockChange::after).toList();
    }

    /** Opens the ledger of products that were just inserted, and sets their stock to what it says. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(CurrentUser caller, List<StockedProduct> products) {
        var changes = products.stream()
                .filter(product -> product.stock() > 0)
                .map(product -> new StockChange(
                        new StockedProduct(product.id(), product.productName(), product.price(), 0), product.stock()))
                .toList();
        if (!changes.isEmpty()) {
            book(caller, StockMovementKind.OPENING, null, null, changes);
        }
        stocks.open(products.stream().map(StockedProduct::id).toList());
    }

    /**
     * The changes of a product's stock, newest first.
     *
     * @param before the id of the movement that the page starts after, null for the first page
     */
    public List<StockMovement> listMovements(long productId, @Nullable Long before, int limit) {
        return stocks.listMovements(productId, before, limit);
    }

    /** How many changes of a product's stock there are. */
    public long countMovements(long productId) {
        return stocks.countMovements(productId);
    }

    private void book(
            CurrentUser caller,
            StockMovementKind kind,
            @Nullable Long orderId,
            @Nullable String reason,
            List<StockChange> changes) {
        stocks.insertMovements(kind, orderId, reason, caller.id(), changes);
    }
}
