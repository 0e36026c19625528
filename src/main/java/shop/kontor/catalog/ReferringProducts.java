package shop.kontor.catalog;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.OnDelete;
import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.problem.InUse;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.DeletedProducts;
import shop.kontor.user.UserDeletion;

/** Applies the delete policy to the products of a category or user. */
@Component
class ReferringProducts implements UserDeletion {

    private final ProductMapper products;
    private final ProductDeletion deletion;

    ReferringProducts(ProductMapper products, ProductDeletion deletion) {
        this.products = products;
        this.deletion = deletion;
    }

    /**
     * Applies the policy to the products of a category.
     *
     * @throws InUse if there are any and the policy is to restrict
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void beforeCategoryIsDeleted(CurrentUser caller, long categoryId, OnDelete policy) {
        switch (policy) {
            case RESTRICT -> requireNone(products.listBlocking(caller, categoryId, null));
            case CASCADE -> deletion.deleteAll(caller, DeletedProducts.ofCategory(categoryId));
            case SET_NULL -> {} // as the foreign key does
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beforeUserIsDeleted(CurrentUser caller, long userId, OnDeleteUser policy) {
        switch (policy) {
            case RESTRICT -> {
                requireNone(products.listBlocking(caller, null, userId));
                products.releaseFromUser(userId); // those that a customer does not see
            }
            case SET_NULL -> products.releaseFromUser(userId);
            case CASCADE -> deletion.deleteAll(caller, DeletedProducts.ofUser(userId));
        }
    }

    private static void requireNone(List<BlockingRow> blocking) {
        if (!blocking.isEmpty()) {
            var ids = blocking.stream().map(BlockingRow::id).toList();
            throw new InUse("products", blocking.get(0).count(), ids);
        }
    }
}
