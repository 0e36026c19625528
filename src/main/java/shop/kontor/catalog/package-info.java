/**
 * The catalog: products, categories and tags. The contract documents the operations.
 */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "api.model",
            "contract",
            "database",
            "idempotency",
            "problem",
            "security",
            "stock",
            "user",
            "web"
        })
@Tables(
        writes = {"categories", "products", "product_tags", "product_words", "tags"},
        reads = {"order_items", "users"})
@NullMarked
package shop.kontor.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
