/** Authentication by access token, and authorization by the contract. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "log", "problem", "settings"})
@NullMarked
package shop.kontor.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
