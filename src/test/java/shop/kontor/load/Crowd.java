package shop.kontor.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shop.kontor.contract.Race;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who all want the same few products: each fills a basket, buys it, sometimes thinks better of it, and writes down
 * what the server said. In the end their books and the server's must tell the same.
 */
public final class Crowd {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DELIVERY = 10;

    /** A request as it was sent; a key makes it safe to send it again. */
    private record Request(String method, String path, String body, String key) {}

    private record Answer(int status, JsonNode body) {}

    private final int stock;
    private final List<Long> buyers;
    private final List<Long> products;
    /** By id, each with what the server said last about it. */
    private final Map<Long, JsonNode> orders = new ConcurrentHashMap<>();
    /** What was delivered of each product. */
    private final Map<Long, Integer> delivered = new ConcurrentHashMap<>();
    /** What has not been answered. */
    private final Queue<Request> open = new ConcurrentLinkedQueue<>();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private volatile Shop shop;
    private volatile boolean isOver;
    private volatile boolean isPatient;
    private final LongAccumulator longestWait = new LongAccumulator(Math::max, 0);

    /**
     * Comes to a shop that has no secret.
     *
     * @param server its address
     * @param stock how many there are of each of the products
     */
    public Crowd(String server, int buyers, int products, int stock) {
        this(new OneServer(server), buyers, products, stock);
    }

    /**
     * Comes to a shop.
     *
     * @param stock how many there are of each of the products
     */
    public Crowd(Shop shop, int buyers, int products, int stock) {
        this.shop = shop;
        this.stock = stock;
        this.buyers = IntStream.range(0, buyers)
                .mapToObj(i -> id(post("/api/users", """
                    {"name": "Ada", "email": "%s@example.com", "password": "correct horse battery"}
                    """.formatted(UUID.randomUUID()))))
                .collect(Collectors.toCollection(ArrayList::new));
        this.products = IntStream.range(0, products)
                .mapToObj(i -> id(post("/api/products", """
                    {"product_name": "Lamp %d", "price": 1.%02d, "stock": %d}
                    """.formatted(i, i, stock))))
                .toList();
    }

    /** From now on, they repeat what the server could not do at the moment. */
    public Crowd patient() {
        isPatient = true;
        return this;
    }

    /** How long the slowest answer took. */
    public Duration longestWait() {
        return Duration.ofNanos(longestWait.get());
    }

    /** Adds a buyer who has registered. */
    public void join(long buyer) {
        buyers.add(buyer);
    }

    /** Buys until the time is over, or the server is gone. */
    public void buy(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        Race.of(buyers.size(), i -> {
            try {
                while (System.nanoTime() < end && !isOver) {
                    buy(buyers.get(i));
                }
            } catch (IOException e) {
                // the server is gone, and what it has not answered is written down
            }
            return null;
        });
    }

    /** Buys for so long meanwhile, in a thread of its own: the common pool may have only one. */
    public CompletableFuture<Void> buyMeanwhile(Duration time) {
        return CompletableFuture.runAsync(() -> buy(time), task -> new Thread(task, "crowd").start());
    }

    /** Buys no more. */
    public void leave() {
        isOver = true;
    }

    /** How many orders the server has confirmed. */
    public int orders() {
        return orders.size();
    }

    /** How many requests it has left without an answer. */
    public int unanswered() {
        return open.size();
    }

    /** Sends what was not answered once more, to a server on the same data. */
    public void retry(String server) throws IOException {
        shop = new OneServer(server);
        for (var request = open.poll(); request != null; request = open.poll()) {
            if (request.path().endsWith("/status")) {
                // it has no key, and need not: an order can be cancelled but once
                exchange(request);
                var order = get(request.path().replace("/status", "")).body();
                orders.put(id(order), order);
            } else {
                send(request);
            }
        }
    }

    private void buy(long buyer) throws IOException {
        var random = ThreadLocalRandom.current();
        var wanted = new ArrayList<>(products);
        Collections.shuffle(wanted, random);
        for (var product : wanted.subList(0, random.nextInt(1, 5))) {
            send(new Request(
                    "PUT",
                    "/api/users/%d/cart/items/%d".formatted(buyer, product),
                    "{\"quantity\": %d}".formatted(random.nextInt(1, 4)),
                    null));
        }
        var answer = send(new Request("POST", "/api/users/%d/orders".formatted(buyer), null, key()));
        if (answer.status() == 201) {
            if (random.nextInt(3) == 0) {
                cancel(answer.body().get("id").asLong());
            }
        } else {
            send(new Request("DELETE", "/api/users/%d/cart".formatted(buyer), null, null));
            if (random.nextInt(3) == 0) {
                deliver(wanted.get(0));
            }
        }
    }

    private void cancel(long order) throws IOException {
        send(new Request("PUT", "/api/orders/%d/status".formatted(order), "{\"status\": \"cancelled\"}", null));
    }

    private void deliver(long product) throws IOException {
        send(new Request(
                "POST",
                "/api/products/%d/stock-adjustments".formatted(product),
                "{\"delta\": %d, \"reason\": \"Delivery\"}".formatted(DELIVERY),
                key()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Answer send(Request request) throws IOException {
        Answer answer;
        try {
            answer = exchange(request);
            while (isPatient && isTemporary(answer)) {
                Thread.sleep(250);
                answer = exchange(request);
                if (answer.status() == 409 && request.path().endsWith("/status")) {
                    // it had been done: an order can be cancelled but once
                    answer = get(request.path().replace("/status", ""));
                }
            }
        } catch (IOException e) {
            open.add(request);
            throw e;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        note(request, answer);
        return answer;
    }

    private static boolean isTemporary(Answer answer) {
        return answer.status() == 503 || answer.status() == 409 && isOfType(answer, "request-in-progress");
    }

    private static boolean isOfType(Answer answer, String type) {
        return answer.body().get("type").asString().equals("/problems/" + type);
    }

    /** Writes down what the server said. */
    private void note(Request request, Answer answer) {
        var status = answer.status();
        if (request.path().endsWith("/orders") && status == 201) {
            var before = orders.put(answer.body().get("id").asLong(), answer.body());
            if (before != null) {
                faults.add("made twice: " + before);
            }
        } else if (request.path().endsWith("/status") && status == 200) {
            orders.put(answer.body().get("id").asLong(), answer.body());
        } else if (request.path().endsWith("/stock-adjustments") && status == 200) {
            delivered.merge(Long.valueOf(request.path().split("/")[3]), DELIVERY, Integer::sum);
        } else if (status >= 400 && !isOutOfStock(answer)) {
            faults.add(request + " was answered " + answer);
        }
    }

    private static boolean isOutOfStock(Answer answer) {
        return answer.status() == 409 && isOfType(answer, "out-of-stock");
    }

    /**
     * Compares what the server has with what it has said.
     *
     * @return what is wrong
     */
    public List<String> faults() {
        var found = new ArrayList<>(faults);
        products.forEach(product -> compareStock(product, found));
        var there = new HashMap<Long, JsonNode>();
        for (var buyer : buyers) {
            all("/api/users/%d/orders?per_page=100".formatted(buyer)).forEach(order -> {
                if (there.put(order.get("id").asLong(), order) != null) {
                    found.add("listed twice: " + order);
                }
            });
        }
        if (!there.equals(orders)) {
            found.add("the server has the orders %s, and has confirmed %s".formatted(there, orders));
        }
        return found;
    }

    private void compareStock(long product, List<String> found) {
        var now = get("/api/products/" + product).body().get("stock").asInt();
        var sold = 0;
        var restocked = delivered.getOrDefault(product, 0);
        for (var order : orders.values()) {
            for (var item : order.get("items")) {
                if (item.get("product_id").asLong() == product) {
                    sold += item.get("quantity").asInt();
                    if (order.get("status").asString().equals("cancelled")) {
                        restocked += item.get("quantity").asInt();
                    }
                }
            }
        }
        if (now < 0 || stock + restocked != now + sold) {
            found.add("product %d began with %d, got %d, sold %d and has %d"
                    .formatted(product, stock, restocked, sold, now));
        }
        var ledger = 0;
        var movements = all("/api/products/%d/stock-movements?per_page=100".formatted(product));
        Collections.reverse(movements);
        for (var movement : movements) {
            ledger += movement.get("delta").asInt();
            if (ledger != movement.get("stock").asInt()) {
                found.add("the ledger of product %d has %d before %s".formatted(product, ledger, movement));
            }
        }
        if (ledger != now) {
            found.add("the ledger of product %d comes to %d, and there are %d".formatted(product, ledger, now));
        }
    }

    private List<JsonNode> all(String path) {
        var rows = new ArrayList<JsonNode>();
        var pages = new ArrayList<>(List.of(path));
        for (int i = 0; i < pages.size(); i++) {
            try {
                var answer = shop.send("GET", pages.get(i), null, null);
                JSON.readTree(answer.body()).forEach(rows::add);
                answer.headers().firstValue("Link").ifPresent(link -> pages.add(link.substring(1, link.indexOf('>'))));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return rows;
    }

    private Answer get(String path) {
        return exchangeOrFail(new Request("GET", path, null, null));
    }

    private JsonNode post(String path, String body) {
        return exchangeOrFail(new Request("POST", path, body, null)).body();
    }

    private static long id(JsonNode row) {
        return row.get("id").asLong();
    }

    private Answer exchangeOrFail(Request request) {
        try {
            return exchange(request);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Answer exchange(Request request) throws IOException {
        var begin = System.nanoTime();
        var answer = shop.send(request.method(), request.path(), request.body(), request.key());
        longestWait.accumulate(System.nanoTime() - begin);
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
