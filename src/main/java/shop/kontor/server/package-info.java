/** The edge of the process: slow requests, limits of bodies, hosts and origins. Nobody depends on it. */
@ApplicationModule(allowedDependencies = {"problem", "settings"})
@NullMarked
package shop.kontor.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
