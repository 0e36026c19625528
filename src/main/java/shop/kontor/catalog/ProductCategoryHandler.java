package shop.kontor.catalog;

import shop.kontor.api.model.ProductCategory;

/** Reads a product's category from {@code category_id} and {@code category_name}. */
public class ProductCategoryHandler extends NamedRowHandler<ProductCategory> {

    public ProductCategoryHandler() {
        super("category_name", ProductCategory::new);
    }
}
