package shop.kontor.benchmark;

import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations of Kontor whose rates are measured.
 *
 * @param url of the server
 * @param token of a user, or null
 * @param products the number of products
 */
record Works(String url, @Nullable String token, int products) {

    /** The number of products on a page. */
    static final int PAGE = 50;

    private static final String LAMP =
            "{\"product_name\": \"Lamp of the benchmark\", \"price\": 9.99, \"category_id\": 1, \"tagIds\": [1, 2]}";

    /** Reads a random product. */
    Supplier<Step> oneProduct() {
        return () -> {
            var client = client();
            return () ->
                    client.get("/api/products/" + (ThreadLocalRandom.current().nextInt(products) + 1));
        };
    }

    /** Reads a page. */
    Supplier<Step> get(String path) {
        return () -> {
            var client = client();
            return () -> client.get(path);
        };
    }

    /** Creates a product and deletes it. */
    Supplier<Step> createAndDelete() {
        return () -> {
            var client = client();
            return () -> {
                var location = client.send("POST", "/api/products", LAMP, 201).location();
                client.send("DELETE", String.valueOf(location), null, 204);
            };
        };
    }

    /** The same requests to a bare route. */
    Supplier<Step> bareCreateAndDelete(String path) {
        return () -> {
            var client = client();
            return () -> {
                client.send("POST", path, LAMP, 201);
                client.send("DELETE", "/1", null, 204);
            };
        };
    }

    /** The same number of checkouts by a bare route, which counts the users itself. */
    Supplier<Step> bareCheckout(String path) {
        var next = new AtomicInteger();
        return () -> {
            var client = client();
            return () -> {
                user(next);
                client.send("POST", path, null, 201);
            };
        };
    }

    /** Checks out the cart of one user after the other. */
    Supplier<Step> checkout() {
        var next = new AtomicInteger();
        return () -> {
            var client = client();
            return () -> client.send("POST", "/api/users/%d/orders".formatted(user(next)), null, 201);
        };
    }

    /**
     * The next user with a full cart.
     *
     * @throws NoSuchElementException if there is none, which ends the load
     */
    static int user(AtomicInteger next) {
        var user = next.incrementAndGet();
        if (user > BenchmarkDatabase.USERS) {
            throw new NoSuchElementException("No cart is left");
        }
        return user;
    }

    private Client client() {
        return new Client(url, token);
    }
}
