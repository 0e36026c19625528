/** RFC 9457: what goes wrong, as clients read it. */
@ApplicationModule(allowedDependencies = {"api.model"})
package shop.kontor.problem;

import org.springframework.modulith.ApplicationModule;
