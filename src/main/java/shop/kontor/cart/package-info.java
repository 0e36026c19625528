/** What a user is about to buy; nothing of it is reserved. */
@ApplicationModule(allowedDependencies = {"api", "api.model", "database", "problem", "security", "stock", "user"})
package shop.kontor.cart;

import org.springframework.modulith.ApplicationModule;
