package shop.kontor.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import shop.kontor.settings.DatabaseSettings;

/** The main class of the benchmark: measures, and writes a table, a JSON file and a plot. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Plan.class, DatabaseSettings.class})
class Benchmark {

    private static final String SECRET = "a secret of the benchmark, 32 bytes and more";
    private static final String FIRST_PRODUCTS = "/api/products?per_page=" + Works.PAGE;
    private static final String CART = "/api/users/1/cart";
    private static final String CART_WITH_TOKEN = "cart with a token";

    /** What Kontor is compared at. The limit of a checkout is its SQL alone. */
    private static final List<String> WORKS =
            List.of("one product", "first 50 products", "create + delete", "checkout");

    private final Plan plan;
    private final DatabaseSettings settings;
    private final Map<String, Ratio> ratios = new LinkedHashMap<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> jarStarts = new ArrayList<>();
    private final List<Double> bareStarts = new ArrayList<>();
    private final Map<String, Map<Integer, Measurement>> growth = new LinkedHashMap<>();

    Benchmark(Plan plan, DatabaseSettings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    /** Runs it; the properties of {@link Plan} change what it measures. */
    public static void main(String[] args) throws Exception {
        var application = new SpringApplicationBuilder(Benchmark.class).web(WebApplicationType.NONE);
        try (var context = application.run(args)) {
            context.getBean(Benchmark.class).run();
        }
    }

    private void run() throws Exception {
        if (!settings.isOnServer()) {
            throw new IllegalStateException(
                    "The benchmark needs a MySQL server: set DB_NAME, DB_USER and DB_PASSWORD.");
        }
        say("data for %,d products", plan.size());
        var database = new BenchmarkDatabase(settings, plan.size());
        database.fill(plan);
        ServerProcess.command(plan, database.environment(), "prepare");
        for (var start = 1; start <= plan.starts(); start++) {
            say("start %d of %d", start, plan.starts());
            compare(database);
        }
        for (var size : plan.sizes()) {
            say("growth: %,d products", size);
            grow(new BenchmarkDatabase(settings, size));
        }
        var summaries = ratios.values().stream().map(Ratio::summary).toList();
        new Report(plan, summaries, Ratio.median(starts), Ratio.median(jarStarts), Ratio.median(bareStarts), growth)
                .write();
    }

    /** Measures the limits and Kontor once, in turn. */
    private void compare(BenchmarkDatabase database) throws Exception {
        var limits = new LinkedHashMap<String, Double>();
        var together = new LinkedHashMap<String, Double>();
        try (var bare = ServerProcess.bare(plan, database.environment());
                var sql = new BareSql(database)) {
            bareStarts.add(bare.start().toMillis() / 1000.0);
            var works = new Works(bare.url(), null, plan.size());
            var http = rates(works.get("/300"), works.get("/15000"), works.bareCreateAndDelete("/300"));
            database.fillCarts();
            var jdbc = rates(sql.oneProduct(), sql.firstProducts(), sql.createAndDelete(), sql.checkout());
            database.fillCarts();
            var both = rates(
                    works.get("/300/one-product"),
                    works.get("/15000/first-products"),
                    works.bareCreateAndDelete("/300/create-and-delete"),
                    works.bareCheckout("/300/checkout"));
            for (var i = 0; i < WORKS.size(); i++) {
                limits.put(WORKS.get(i), i < http.size() ? Ratio.inTurn(http.get(i), jdbc.get(i)) : jdbc.get(i));
                together.put(WORKS.get(i), both.get(i));
            }
        }
        try (var jar = ServerProcess.jar(plan, database.environment())) {
            jarStarts.add(jar.start().toMillis() / 1000.0);
        }
        database.fillCarts();
        try (var kontor = ServerProcess.kontor(plan, database.environment())) {
            starts.add(kontor.start().toMillis() / 1000.0);
            var works = new Works(kontor.url(), null, plan.size());
            var steps =
                    List.of(works.oneProduct(), works.get(FIRST_PRODUCTS), works.createAndDelete(), works.checkout());
            warm(steps);
            for (var i = 0; i < WORKS.size(); i++) {
                measure(WORKS.get(i), kontor, steps.get(i), limits, together);
            }
        }
        database.fillCarts();
        // Both servers do nothing else: what one of them has done before would have warmed it.
        try (var open = ServerProcess.kontor(plan, database.environment())) {
            var cart = new Works(open.url(), null, plan.size()).get(CART);
            limits.put(CART_WITH_TOKEN, rates(cart).get(0));
        }
        try (var guarded = ServerProcess.kontor(plan, guarded(database))) {
            var cart = works(guarded).get(CART);
            warm(List.of(cart));
            measure(CART_WITH_TOKEN, guarded, cart, limits, together);
        }
    }

    private static Map<String, String> guarded(BenchmarkDatabase database) {
        var environment = new TreeMap<>(database.environment());
        environment.put("KONTOR_SECRET", SECRET);
        environment.put("KONTOR_MANAGER_EMAIL", "benchmark@example.com");
        environment.put("KONTOR_MANAGER_PASSWORD", SECRET);
        return environment;
    }

    private Works works(ServerProcess guarded) throws Exception {
        var credentials = "{\"email\": \"benchmark@example.com\", \"password\": \"%s\"}".formatted(SECRET);
        var session = new Client(guarded.url(), null).send("POST", "/api/sessions", credentials, 201);
        var token = session.body().replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
        return new Works(guarded.url(), token, plan.size());
    }

    /** Runs all that a process is to do, in turn, before any of it is measured. */
    private void warm(List<Supplier<Step>> steps) throws InterruptedException {
        for (var step : steps) {
            Load.run(plan.connections(), step, plan.warmUp().dividedBy(steps.size()));
        }
    }

    /** A limit is warm as well when it is measured. */
    @SafeVarargs
    private List<Double> rates(Supplier<Step>... steps) throws InterruptedException {
        warm(List.of(steps));
        var rates = new ArrayList<Double>();
        for (var step : steps) {
            rates.add(load(step).rate());
        }
        return rates;
    }

    private Measurement load(Supplier<Step> step) throws InterruptedException {
        return Load.run(plan.connections(), step, plan.measured());
    }

    private void measure(
            String work,
            ServerProcess kontor,
            Supplier<Step> step,
            Map<String, Double> limits,
            Map<String, Double> together)
            throws Exception {
        var server = kontor.cpu();
        var database = databaseCpu();
        var measurement = load(step);
        var ratio = ratios.computeIfAbsent(work, Ratio::new);
        ratio.kontor().add(measurement);
        ratio.limits().add(limits.get(work));
        ratio.together().add(together.getOrDefault(work, Double.NaN));
        ratio.serverCpu().add(kontor.cpu().minus(server).toMillis() / (double) measurement.steps());
        ratio.databaseCpu().add((databaseCpu() - database) * 1000 / measurement.steps());
        ratio.memory().add(kontor.memory());
        System.out.printf(
                "  %s: %.0f/s of %.0f/s; in one process %.0f/s%n",
                work, measurement.rate(), limits.get(work), together.getOrDefault(work, Double.NaN));
    }

    /** The CPU time of the database server in seconds, if it is the only one on this machine. */
    private static double databaseCpu() {
        var servers = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").matches(".*(mysqld|mariadbd)"))
                .toList();
        return servers.size() != 1
                ? Double.NaN
                : servers.get(0).info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    private void grow(BenchmarkDatabase database) throws Exception {
        database.fill(plan);
        try (var kontor = ServerProcess.kontor(plan, database.environment())) {
            for (var path : Routes.PATHS) {
                var get = new Works(kontor.url(), null, database.products()).get(path);
                Load.run(1, get, plan.measured());
                growth.computeIfAbsent(path, any -> new TreeMap<>())
                        .put(database.products(), Load.run(1, get, plan.measured()));
            }
        }
    }

    private static void say(String what, Object... values) {
        System.out.printf("== " + what + "%n", values);
    }
}
