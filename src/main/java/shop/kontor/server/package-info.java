/** The edge of the process: time and size limits, hosts and origins. No other package depends on it. */
@ApplicationModule(allowedDependencies = {"contract", "log", "problem", "settings"})
@NullMarked
package shop.kontor.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
