/** Carts: the products that a user is about to buy. A cart reserves no stock. */
@ApplicationModule(
        allowedDependencies = {"api", "api.model", "database", "problem", "security", "shipping", "stock", "user"})
@Tables(
        writes = "cart_items",
        reads = {"products", "users"})
@NullMarked
package shop.kontor.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
