package shop.kontor.catalog;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductUpdate;
import shop.kontor.web.EntityTags;
import shop.kontor.web.NotFound;

/** Changes a product: what was sent, and nothing else. */
@Component
class ProductRevision {

    private final ProductMapper products;
    private final EntityTags entityTags;

    ProductRevision(ProductMapper products, EntityTags entityTags) {
        this.products = products;
        this.entityTags = entityTags;
    }

    /**
     * Changes a product.
     *
     * @param change checked against the contract
     * @param ifMatch the entity tag that the product must still have, or null
     * @return the product as it now is
     */
    @Transactional
    Product revise(long id, ProductUpdate change, String ifMatch) {
        products.lock(id).orElseThrow(() -> new NotFound("product", id));
        entityTags.require(ifMatch, () -> entityTags.of(find(id)));
        products.update(id, change);
        if (change.getProductName() != null) {
            products.deleteWords(id);
            var words = Words.of(change.getProductName());
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
