package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What one customer may hold.
 *
 * @param unpaidOrders the maximum number of orders that are placed and not yet paid
 * @param ordersPerDay the maximum number of orders in 24 hours, whatever has become of them
 * @param keysPerDay the maximum number of idempotency keys in 24 hours
 */
@ConfigurationProperties("kontor.customer")
public record CustomerSettings(int unpaidOrders, int ordersPerDay, int keysPerDay) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if a limit is below 1
     */
    public CustomerSettings {
        if (unpaidOrders < 1 || ordersPerDay < 1 || keysPerDay < 1) {
            throw new StartupFailure(
                    "kontor.customer.unpaid-orders, kontor.customer.orders-per-day and kontor.customer.keys-per-day are too low: set at least 1.");
        }
    }
}
