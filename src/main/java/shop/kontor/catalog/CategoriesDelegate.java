package shop.kontor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.CategoriesApi;
import shop.kontor.api.CategoriesApiDelegate;
import shop.kontor.api.model.Category;
import shop.kontor.api.model.CategoryInput;
import shop.kontor.api.model.OnDelete;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.BatchTime;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.web.EntityTags;
import shop.kontor.web.ListById;
import shop.kontor.web.Pages;

/** Implements the operations on categories. */
@Component
class CategoriesDelegate implements CategoriesApiDelegate {

    private final CategoryMapper categories;
    private final ReferringProducts products;
    private final BatchTime batchTime;
    private final EntityTags entityTags;

    CategoriesDelegate(
            CategoryMapper categories, ReferringProducts products, BatchTime batchTime, EntityTags entityTags) {
        this.categories = categories;
        this.products = products;
        this.batchTime = batchTime;
        this.entityTags = entityTags;
    }

    @Override
    public ResponseEntity<List<Category>> listCategories(
            CurrentUser caller,
            @Nullable String cursor,
            Integer perPage,
            Boolean total,
            Integer embedLimit,
            Boolean productCount) {
        var page = new ListById<>(categories::list, Category::getId, categories::count).page(cursor, perPage, total);
        fill(Pages.rows(page), new EmbeddedProducts(embedLimit, productCount));
        return page;
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Category> createCategory(CurrentUser caller, CategoryInput input) {
        var fresh = new Category().categoryName(input.getCategoryName());
        categories.insert(fresh);
        var category = find(fresh.getId()).products(List.of()).hasMoreProducts(false);
        return ResponseEntity.created(new UriTemplate(CategoriesApi.PATH_GET_CATEGORY).expand(category.getId()))
                .eTag(entityTag(category, EmbeddedProducts.DEFAULT))
                .body(category);
    }

    @Override
    public ResponseEntity<Category> getCategory(CurrentUser caller, Long id, Integer embedLimit, Boolean productCount) {
        var embedding = new EmbeddedProducts(embedLimit, productCount);
        var category = fill(find(id), embedding);
        return ResponseEntity.ok().eTag(entityTag(category, embedding)).body(category);
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Category> updateCategory(
            CurrentUser caller, Long id, CategoryInput input, @Nullable String ifMatch, ReadBack readBack) {
        var before = lock(id, ifMatch);
        readBack.requireUnchanged(() -> fill(before, EmbeddedProducts.of(readBack)));
        if (!before.getCategoryName().equals(input.getCategoryName())) {
            categories.update(before.categoryName(input.getCategoryName()));
        }
        var category = fill(find(id), EmbeddedProducts.DEFAULT);
        return ResponseEntity.ok()
                .eTag(entityTag(category, EmbeddedProducts.DEFAULT))
                .body(category);
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Void> deleteCategory(
            CurrentUser caller, Long id, OnDelete onDelete, @Nullable String ifMatch) {
        batchTime.extend(); // for its products
        lock(id, ifMatch);
        products.beforeCategoryIsDeleted(caller, id, onDelete);
        categories.delete(id);
        return ResponseEntity.noContent().build();
    }

    private Category find(long id) {
        return categories.find(id).orElseThrow(() -> new NotFound("category", id));
    }

    /** Locks the category: no other transaction adds a product to it, renames or deletes it before this one ends. */
    private Category lock(long id, @Nullable String ifMatch) {
        var category = categories.lock(id).orElseThrow(() -> new NotFound("category", id));
        entityTags.require(
                ifMatch,
                (String tag) -> EmbeddedProducts.of(tag),
                embedding -> entityTag(fill(category, embedding), embedding));
        return category;
    }

    private Category fill(Category category, EmbeddedProducts embedding) {
        return fill(List.of(category), embedding).get(0);
    }

    private List<Category> fill(List<Category> page, EmbeddedProducts embedding) {
        return embedding.fill(
                page,
                Category::getId,
                categories,
                (category, embedded) -> category.products(embedded.products())
                        .hasMoreProducts(embedded.hasMore())
                        .productCount(embedded.count()));
    }

    private String entityTag(Category category, EmbeddedProducts embedding) {
        return entityTags.of(embedding.view(), category);
    }
}
