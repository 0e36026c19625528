/** Idempotency keys: a POST that is retried with its key returns the first response. */
@ApplicationModule(allowedDependencies = {"database", "problem", "security", "settings", "user", "web"})
@Tables(writes = "idempotency_keys")
@NullMarked
package shop.kontor.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
