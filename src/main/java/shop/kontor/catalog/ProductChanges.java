package shop.kontor.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductUpdate;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.Stock;
import shop.kontor.web.EntityTags;

/** Updates a product: only the members that were sent. */
@Component
class ProductChanges {

    private final ProductMapper products;
    private final Stock stock;
    private final EntityTags entityTags;

    ProductChanges(ProductMapper products, Stock stock, EntityTags entityTags) {
        this.products = products;
        this.stock = stock;
        this.entityTags = entityTags;
    }

    /**
     * Updates a product.
     *
     * @param caller the user whom the stock movement names
     * @param change valid according to the contract
     * @param ifMatch the entity tag that the product must still have, or null for any
     * @param readBack must have the product's current values
     * @return the updated product
     */
    @RetryingTransaction
    Product revise(CurrentUser caller, long id, ProductUpdate change, @Nullable String ifMatch, ReadBack readBack) {
        int before = products.lock(id).orElseThrow(() -> new NotFound("product", id));
        entityTags.require(ifMatch, () -> entityTags.of(find(id)));
        readBack.requireUnchanged(() -> find(id));
        products.update(id, change);
        if (change.getStock() != null && change.getStock() != before) {
            stock.move(caller, StockMovementKind.UPDATE, null, null, Map.of(id, change.getStock() - before));
        }
        if (change.getProductName() != null) {
            products.deleteWords(id);
            var words = SearchWords.of(change.getProductName());
            if (!words.isEmpty()) {
                products.insertWords(
                        words.stream().map(word -> new ProductWord(id, word)).toList());
            }
        }
        List<Long> tagIds = change.getTagIds().orElse(null);
        if (tagIds != null) {
            products.deleteTags(id);
            if (!tagIds.isEmpty()) {
                products.insertTags(tagIds.stream()
                        .distinct()
                        .map(tagId -> new ProductTag(id, tagId))
                        .toList());
            }
        }
        return find(id);
    }

    private Product find(long id) {
        return products.find(id).orElseThrow();
    }
}
