package shop.kontor.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductStatus;
import shop.kontor.api.model.ProductUpdate;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.api.model.TagSummary;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.Stock;
import shop.kontor.web.EntityTags;

/** Updates a product: only the members that were sent. */
@Component
class ProductChanges {

    private static final Map<ProductStatus, ProductStatus> NEXT = Map.of(
            ProductStatus.DRAFT, ProductStatus.ACTIVE,
            ProductStatus.ACTIVE, ProductStatus.ARCHIVED,
            ProductStatus.ARCHIVED, ProductStatus.ACTIVE);

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
     * @throws IllegalProductStatus if the current status does not permit the new one
     */
    @RetryingTransaction
    Product revise(CurrentUser caller, long id, ProductUpdate change, @Nullable String ifMatch, ReadBack readBack) {
        products.lock(id).orElseThrow(() -> new NotFound("product", id));
        var before = find(caller, id);
        entityTags.require(ifMatch, () -> entityTags.of(before));
        readBack.requireUnchanged(() -> before);
        var status = newStatus(change, before);
        var renamed =
                change.getProductName() != null && !change.getProductName().equals(before.getProductName());
        var tagIds = newTags(change, before);
        if (renamed || tagIds != null || isMoved(change, before)) {
            products.update(id, change);
        }
        if (change.getStock() != null && !change.getStock().equals(before.getStock())) {
            stock.move(caller, StockMovementKind.UPDATE, null, null, Map.of(id, change.getStock() - before.getStock()));
        }
        if (renamed) {
            replaceWords(id, change.getProductName(), status);
        }
        if (tagIds != null) {
            replaceTags(id, tagIds, status);
        }
        return find(caller, id);
    }

    private void replaceWords(long id, String productName, ProductStatus status) {
        products.deleteWords(id);
        var words = SearchWords.of(productName);
        if (!words.isEmpty()) {
            products.insertWords(words.stream()
                    .map(word -> new ProductWord(id, word, status))
                    .toList());
        }
    }

    private void replaceTags(long id, Set<Long> tagIds, ProductStatus status) {
        products.deleteTags(id);
        if (!tagIds.isEmpty()) {
            products.insertTags(tagIds.stream()
                    .sorted()
                    .map(tagId -> new ProductTag(id, tagId, status))
                    .toList());
        }
    }

    /** The tags that the product is to have; null if it has them already. */
    private static @Nullable Set<Long> newTags(ProductUpdate change, Product before) {
        List<Long> tagIds = change.getTagIds().orElse(null);
        var now = before.getTags().stream().map(TagSummary::getId).collect(Collectors.toSet());
        return tagIds == null || Set.copyOf(tagIds).equals(now) ? null : Set.copyOf(tagIds);
    }

    private static ProductStatus newStatus(ProductUpdate change, Product before) {
        var now = before.getStatus();
        var next = Objects.requireNonNullElse(change.getStatus(), now);
        if (next != now && next != NEXT.get(now)) {
            throw new IllegalProductStatus(now);
        }
        return next;
    }

    /** Whether a column changes besides the name and the stock. */
    private static boolean isMoved(ProductUpdate change, Product before) {
        return change.getStatus() != null && change.getStatus() != before.getStatus()
                || change.getPrice() != null && change.getPrice().compareTo(before.getPrice()) != 0
                || isOther(change.getCategoryId(), before.getCategoryId().orElse(null))
                || isOther(change.getUserId(), before.getUserId().orElse(null))
                || isOther(change.getSku(), before.getSku())
                || isOther(change.getDescription(), before.getDescription())
                || isOther(change.getLowStockAt(), before.getLowStockAt())
                || isOtherAmount(change.getTaxRate(), before.getTaxRate())
                || change.getImages().orElse(null) != null && isOther(change.getImages(), before.getImages());
    }

    private static <T> boolean isOther(JsonNullable<T> wanted, @Nullable T now) {
        return wanted.isPresent() && !Objects.equals(wanted.get(), now);
    }

    /** Amounts are equal however many zeros they end with. */
    private static boolean isOtherAmount(JsonNullable<BigDecimal> wanted, @Nullable BigDecimal now) {
        return wanted.isPresent()
                && (wanted.get() == null || now == null
                        ? wanted.get() != now
                        : wanted.get().compareTo(now) != 0);
    }

    private Product find(CurrentUser caller, long id) {
        return products.find(caller, id).orElseThrow();
    }
}
