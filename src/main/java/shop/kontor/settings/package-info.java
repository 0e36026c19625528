/** All settings, typed and checked: what an operator sets, and how a start ends when that can't work. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package shop.kontor.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
