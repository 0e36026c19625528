/** What the rest of the shop needs for its log: the trace id of a request, its user, and words for the operator. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package shop.kontor.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
