/** The database: a MySQL server or the embedded one, migrations, and transactions that are retried. */
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package shop.kontor.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
