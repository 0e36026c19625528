/** Who comes to the shop: users and their roles, how they sign in, and how long that lasts. */
@ApplicationModule(
        allowedDependencies = {"api", "api.model", "contract", "database", "problem", "security", "settings", "web"})
@Tables(writes = "users")
@NullMarked
package shop.kontor.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
