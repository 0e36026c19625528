/** What openapi.yaml says, at run time: its operations, and the check of requests against it. */
@ApplicationModule(allowedDependencies = {"api.model", "problem"})
@NullMarked
package shop.kontor.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
