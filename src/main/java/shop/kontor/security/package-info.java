/** Who sends a request, and what the contract lets them do. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "problem", "settings"})
@NullMarked
package shop.kontor.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
