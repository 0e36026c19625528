package shop.kontor.catalog;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;

/** The constraints of the catalog's tables, and the problems that their violations are. */
@Component
class CatalogConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "uq_categories_category_name",
                () -> new Duplicate("/category_name", "Another category already has this name."),
                "uq_tags_tag_name",
                () -> new Duplicate("/tag_name", "Another tag already has this name."),
                "uq_products_sku",
                () -> new Duplicate("/sku", "Another product already has this SKU."),
                "fk_products_user",
                () -> new InvalidRequest("/user_id", "unknown_reference", "The user no longer exists."),
                "fk_products_category",
                () -> new InvalidRequest("/category_id", "unknown_reference", "The category no longer exists."),
                "fk_product_tags_tag",
                () -> new InvalidRequest("/tagIds", "unknown_reference", "The tag no longer exists."),
                "ck_products_tax_rate",
                () -> new InvalidRequest("/tax_rate", "maximum", "must be 100 or less"),
                "ck_products_low_stock_at",
                () -> new InvalidRequest("/low_stock_at", "minimum", "must be 0 or more"),
                "ck_products_price",
                () -> new InvalidRequest("/price", "minimum", "must be 0 or more"));
    }
}
