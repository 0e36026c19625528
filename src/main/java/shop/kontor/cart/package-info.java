/** What a user is about to buy; nothing of it is reserved. */
@ApplicationModule(allowedDependencies = {"api", "api.model", "database", "problem", "security", "stock", "user"})
@Tables(
        writes = "cart_items",
        reads = {"products", "users"})
@NullMarked
package shop.kontor.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
