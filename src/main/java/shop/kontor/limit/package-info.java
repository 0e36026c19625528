/**
 * Limits of attempts, counted in the database, so that all servers share them; and the networks that users are known to use.
 */
@ApplicationModule(allowedDependencies = {"database", "problem", "security"})
@Tables(writes = {"attempts", "known_networks"})
@NullMarked
package shop.kontor.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
