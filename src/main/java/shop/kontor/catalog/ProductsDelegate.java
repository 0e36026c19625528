package shop.kontor.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.resilience.annotation.ConcurrencyLimit;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.ProductsApi;
import shop.kontor.api.ProductsApiDelegate;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductInput;
import shop.kontor.api.model.ProductSort;
import shop.kontor.api.model.ProductStatus;
import shop.kontor.api.model.ProductUpdate;
import shop.kontor.api.model.StockAdjustment;
import shop.kontor.api.model.StockMovement;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.BatchTime;
import shop.kontor.idempotency.Idempotency;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.Stock;
import shop.kontor.web.EntityTags;
import shop.kontor.web.ListById;
import shop.kontor.web.Pages;

/** Implements the operations on products. */
@Component
class ProductsDelegate implements ProductsApiDelegate {

    private final ProductMapper products;
    private final ProductSearch search;
    private final ProductCreation creation;
    private final ProductChanges changes;
    private final ProductDeletion deletion;
    private final Stock stock;
    private final Idempotency idempotency;
    private final BatchTime batchTime;
    private final EntityTags entityTags;

    ProductsDelegate(
            ProductMapper products,
            ProductSearch search,
            ProductCreation creation,
            ProductChanges changes,
            ProductDeletion deletion,
            Stock stock,
            Idempotency idempotency,
            BatchTime batchTime,
            EntityTags entityTags) {
        this.products = products;
        this.search = search;
        this.creation = creation;
        this.changes = changes;
        this.deletion = deletion;
        this.stock = stock;
        this.idempotency = idempotency;
        this.batchTime = batchTime;
        this.entityTags = entityTags;
    }

    @Override
    public ResponseEntity<List<Product>> listProducts(
            CurrentUser caller,
            @Nullable Long categoryId,
            Boolean uncategorized,
            @Nullable List<Long> tagIds,
            @Nullable Long userId,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax,
            @Nullable Boolean inStock,
            @Nullable ProductStatus status,
            Boolean lowStock,
            @Nullable String sku,
            @Nullable String q,
            ProductSort sort,
            @Nullable String cursor,
            Integer perPage,
            Boolean total) {
        var words = q == null ? Set.<String>of() : SearchWords.prefixes(q);
        var filter = new ProductFilter(
                Objects.requireNonNullElse(status, ProductStatus.ACTIVE),
                categoryId,
                uncategorized,
                userId,
                priceMin,
                priceMax,
                inStock,
                lowStock,
                sku,
                tagIds == null ? Set.of() : new TreeSet<>(tagIds),
                words,
                q != null && words.isEmpty());
        return search.page(filter, sort, cursor, perPage, total);
    }

    @Override
    public ResponseEntity<Product> createProduct(
            CurrentUser caller, ProductInput input, @Nullable String idempotencyKey) {
        return idempotency.once(caller, idempotencyKey, () -> {
            var product = creation.create(caller, input);
            return ResponseEntity.created(new UriTemplate(ProductsApi.PATH_GET_PRODUCT).expand(product.getId()))
                    .eTag(entityTags.of(product))
                    .body(product);
        });
    }

    @Override
    @ConcurrencyLimit(BatchTime.AT_ONCE)
    public ResponseEntity<List<Product>> createProducts(
            CurrentUser caller, List<ProductInput> inputs, @Nullable String idempotencyKey) {
        return idempotency.once(caller, idempotencyKey, () -> {
            batchTime.extend();
            return ResponseEntity.status(HttpStatus.CREATED).body(creation.createAll(caller, inputs));
        });
    }

    @Override
    public ResponseEntity<Product> getProduct(CurrentUser caller, Long id) {
        var product = find(caller, id);
        var answer = ResponseEntity.ok().eTag(entityTags.of(product));
        if (product.getStatus() != ProductStatus.ACTIVE) {
            answer.header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        }
        return answer.body(product);
    }

    @Override
    public ResponseEntity<Product> updateProduct(
            CurrentUser caller, Long id, ProductUpdate change, @Nullable String ifMatch, ReadBack readBack) {
        var product = changes.revise(caller, id, change, ifMatch, readBack);
        return ResponseEntity.ok().eTag(entityTags.of(product)).body(product);
    }

    @Override
    public ResponseEntity<Void> deleteProduct(CurrentUser caller, Long id, @Nullable String ifMatch) {
        deletion.delete(caller, id, ifMatch);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<Product> adjustStock(
            CurrentUser caller, Long id, StockAdjustment adjustment, @Nullable String idempotencyKey) {
        return idempotency.once(caller, idempotencyKey, () -> {
            if (adjustment.getDelta() != 0) {
                stock.move(
                        caller,
                        StockMovementKind.ADJUSTMENT,
                        null,
                        adjustment.getReason(),
                        Map.of(id, adjustment.getDelta()));
            }
            var product = find(caller, id);
            return ResponseEntity.ok().eTag(entityTags.of(product)).body(product);
        });
    }

    @Override
    public ResponseEntity<List<StockMovement>> listStockMovements(
            CurrentUser caller, Long id, @Nullable String cursor, Integer perPage, Boolean total) {
        var page = new ListById<>(
                        (before, limit) -> stock.listMovements(id, before, limit),
                        StockMovement::getId,
                        () -> stock.countMovements(id))
                .page(cursor, perPage, total);
        if (Pages.rows(page).isEmpty()) {
            find(caller, id);
        }
        return page;
    }

    private Product find(CurrentUser caller, long id) {
        return products.find(caller, id).orElseThrow(() -> new NotFound("product", id));
    }
}
