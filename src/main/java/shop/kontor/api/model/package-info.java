/** The contract's schemas, generated: what comes in and what goes out. Every module may use them. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package shop.kontor.api.model;

import org.springframework.modulith.ApplicationModule;
