/** Where the rows are kept: a MySQL server that somebody runs, or an embedded one for trying things out. */
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package shop.kontor.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
