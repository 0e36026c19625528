package shop.kontor.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.InUse;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.DeletedProducts;
import shop.kontor.stock.Stock;
import shop.kontor.web.EntityTags;

/** Deletes products that were never sold: the database refuses to delete others. */
@Component
class ProductDeletion {

    private final ProductMapper products;
    private final Stock stock;
    private final EntityTags entityTags;

    ProductDeletion(ProductMapper products, Stock stock, EntityTags entityTags) {
        this.products = products;
        this.stock = stock;
        this.entityTags = entityTags;
    }

    /**
     * Deletes a product.
     *
     * @param ifMatch the entity tag that the product must still have, or null for any
     * @throws InUse if it was sold
     */
    @RetryingTransaction
    void delete(CurrentUser caller, long id, @Nullable String ifMatch) {
        if (ifMatch != null) {
            lock(id);
            entityTags.require(
                    ifMatch,
                    () -> entityTags.of(products.find(caller, id).orElseThrow(() -> new NotFound("product", id))));
        }
        try {
            var isLocked = stock.close(caller, DeletedProducts.one(id)) > 0;
            if (products.delete(id, isLocked) == 0) {
                lock(id);
                throw new OptimisticLockingFailureException("The product was stocked while it was deleted.");
            }
        } catch (DataIntegrityViolationException e) {
            throw sold(id, e);
        }
    }

    /** Deletes the products of a category or user, and archives those that were sold. */
    @Transactional(propagation = Propagation.MANDATORY)
    void deleteAll(CurrentUser caller, DeletedProducts chosen) {
        products.archive(chosen);
        try {
            stock.close(caller, chosen);
            products.deleteAll(chosen);
        } catch (DataIntegrityViolationException e) {
            throw new OptimisticLockingFailureException("A product was sold while it was deleted.", e);
        }
    }

    private RuntimeException sold(long id, DataIntegrityViolationException refusal) {
        var orders = products.listOrders(id);
        return orders.isEmpty()
                ? refusal
                : new InUse(
                                "orders",
                                orders.get(0).count(),
                                orders.stream().map(BlockingRow::id).toList())
                        .instead("archive");
    }

    private void lock(long id) {
        products.lock(id).orElseThrow(() -> new NotFound("product", id));
    }
}
