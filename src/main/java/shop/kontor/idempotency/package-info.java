/** Answers a POST that is sent again, with the same key, as it was answered the first time. */
@ApplicationModule(allowedDependencies = {"database", "problem", "security", "web"})
@Tables(writes = "idempotency_keys")
@NullMarked
package shop.kontor.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
