/** All settings, typed and validated, and the failure that ends a start with an invalid one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package shop.kontor.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
