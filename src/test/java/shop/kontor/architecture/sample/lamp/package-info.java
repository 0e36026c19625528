/** Uses nothing, it says. */
@ApplicationModule(allowedDependencies = {})
package shop.kontor.architecture.sample.lamp;

import org.springframework.modulith.ApplicationModule;
