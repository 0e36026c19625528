/** The edge of the process: slow requests, limits of bodies, hosts and origins. Nobody depends on it. */
@ApplicationModule(allowedDependencies = {"problem", "settings"})
package shop.kontor.server;

import org.springframework.modulith.ApplicationModule;
