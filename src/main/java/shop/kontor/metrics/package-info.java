/** Metrics for Prometheus, on a port of their own. No other package depends on it. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "database", "order", "settings"})
@Tables(
        writes = {},
        reads = {"attempts", "idempotency_keys", "known_networks", "sessions"})
@NullMarked
package shop.kontor.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
