/** How many there are of each product, and the ledger of every change. */
@ApplicationModule(allowedDependencies = {"api.model", "database", "problem", "security"})
@Tables(
        writes = {"products.stock", "stock_movements"},
        reads = "products")
package shop.kontor.stock;

import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
