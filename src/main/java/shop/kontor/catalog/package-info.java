/**
 * What the shop sells: products, the categories they are filed under and the tags they bear. What each operation does
 * is written in the contract.
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
@Tables(writes = {"categories", "products", "product_tags", "product_words", "tags"})
@NullMarked
package shop.kontor.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
