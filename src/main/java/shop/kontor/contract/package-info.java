/** The contract at run time: its operations, the validation of requests, and the names that were probably meant. */
@ApplicationModule(allowedDependencies = {"api.model", "problem"})
@NullMarked
package shop.kontor.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
