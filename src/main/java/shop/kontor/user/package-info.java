/** Users: their roles, their passwords, and the access tokens that they sign in for. */
@ApplicationModule(
        allowedDependencies = {"api", "api.model", "contract", "database", "problem", "security", "settings", "web"})
@Tables(writes = "users")
@NullMarked
package shop.kontor.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
