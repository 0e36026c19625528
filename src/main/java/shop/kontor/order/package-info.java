/** Orders: checkout and the transitions of their status. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "api.model",
            "cart",
            "database",
            "idempotency",
            "problem",
            "security",
            "settings",
            "shipping",
            "stock",
            "user",
            "web"
        })
@Tables(
        writes = {"orders", "order_items"},
        reads = {"products", "stock_movements", "users"})
@NullMarked
package shop.kontor.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
