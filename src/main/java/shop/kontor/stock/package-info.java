/** How many there are of each product, and the ledger of every change. */
@ApplicationModule(allowedDependencies = {"api.model", "problem", "security"})
package shop.kontor.stock;

import org.springframework.modulith.ApplicationModule;
