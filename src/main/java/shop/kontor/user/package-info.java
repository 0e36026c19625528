/** Users: their roles, their passwords, and their sessions with an access token each. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "api.model",
            "contract",
            "database",
            "limit",
            "log",
            "problem",
            "security",
            "settings",
            "web"
        })
@Tables(writes = {"sessions", "users"})
@NullMarked
package shop.kontor.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
