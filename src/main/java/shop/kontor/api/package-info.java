/** The contract's routes, generated: one interface a tag, and the controller that calls the delegate. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "security"})
package shop.kontor.api;

import org.springframework.modulith.ApplicationModule;
