/** The contract at run time: its operations, and the validation of requests. */
@ApplicationModule(allowedDependencies = {"api.model", "problem"})
@NullMarked
package shop.kontor.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
