/** Shipping: how orders reach their buyers, and for how much. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "api.model",
            "contract",
            "database",
            "idempotency",
            "problem",
            "security",
            "settings",
            "web"
        })
@Tables(writes = "shipping_methods")
@NullMarked
package shop.kontor.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
