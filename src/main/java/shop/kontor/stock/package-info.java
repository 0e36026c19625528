/** Stock: how many items of each product are available, and the movements that record each change. */
@ApplicationModule(allowedDependencies = {"api.model", "database", "problem", "security"})
@Tables(
        writes = {"products.stock", "stock_movements"},
        reads = "products")
@NullMarked
package shop.kontor.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
