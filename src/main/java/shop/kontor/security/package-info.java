/** Who sends a request, and what the contract lets them do. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "problem", "settings"})
package shop.kontor.security;

import org.springframework.modulith.ApplicationModule;
