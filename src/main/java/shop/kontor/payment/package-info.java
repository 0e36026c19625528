/** Payments: the money that comes in for orders, and what goes back. */
@ApplicationModule(
        allowedDependencies = {"api", "api.model", "database", "idempotency", "order", "problem", "security", "web"})
@Tables(
        writes = {"payments", "refunds", "refund_items", "orders.captured", "orders.refunded"},
        reads = "orders")
@NullMarked
package shop.kontor.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import shop.kontor.database.Tables;
