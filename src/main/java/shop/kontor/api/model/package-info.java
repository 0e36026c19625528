/** The contract's schemas, generated: what comes in and what goes out. Every module may use them. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package shop.kontor.api.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
