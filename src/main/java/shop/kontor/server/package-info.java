/** The edge of the process: time and size limits, hosts and origins, health, and the end. No other package depends on it. */
@ApplicationModule(allowedDependencies = {"api", "contract", "database", "log", "problem", "security", "settings"})
@NullMarked
package shop.kontor.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
