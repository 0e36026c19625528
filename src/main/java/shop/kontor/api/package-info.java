/** The contract's routes, generated: one interface a tag, and the controller that calls the delegate. */
@ApplicationModule(allowedDependencies = {"api.model", "contract", "security"})
@NullMarked
package shop.kontor.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
