/** All settings, typed and checked: what an operator sets, and how a start ends when that can't work. */
@ApplicationModule(allowedDependencies = {})
package shop.kontor.settings;

import org.springframework.modulith.ApplicationModule;
