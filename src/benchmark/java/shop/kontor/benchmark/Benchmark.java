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
    private static final int PAGE = 50;

    private final Plan plan;
    private final DatabaseSettings settings;
    private final Map<String, Ratio> ratios = new LinkedHashMap<>();
    private final List<Double> starts = new ArrayList<>();
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
        for (var start = 1; start <= plan.starts(); start++) {
            say("start %d of %d", start, plan.starts());
            compare(database);
        }
        for (var size : plan.sizes()) {
            say("growth: %,d products", size);
            grow(new BenchmarkDatabase(settings, size));
        }
        new Report(plan, ratios.values().stream().map(Ratio::summary).toList(), Ratio.median(starts), growth).write();
    }

    /** Measures the limits and Kontor once, in turn. */
    private void compare(BenchmarkDatabase database) throws Exception {
        var limits = new LinkedHashMap<String, Double>();
        try (var bare = ServerProcess.bare(plan);
                var sql = new BareSql(database)) {
            var http = new Works(bare.url(), null, plan.size());
            limits.put("one product", Ratio.inTurn(rate(http.get("/300")), rate(sql.oneProduct())));
            limits.put("first 50 products", Ratio.inTurn(rate(http.get("/15000")), rate(sql.firstProducts(PAGE))));
            limits.put("create + delete", Ratio.inTurn(rate(http.bareCreateAndDelete()), rate(sql.createAndDelete())));
            database.fillCarts();
            limits.put("checkout", load(sql.checkout()).rate());
        }
        try (var kontor = ServerProcess.kontor(plan, database.environment())) {
            starts.add(kontor.start().toMillis() / 1000.0);
            var works = new Works(kontor.url(), null, plan.size());
            measure("one product", kontor, works.oneProduct(), limits);
            measure("first 50 products", kontor, works.get("/api/products?per_page=" + PAGE), limits);
            measure("create + delete", kontor, works.createAndDelete(), limits);
            database.fillCarts();
            measure("checkout", kontor, works.checkout(), limits);
            database.fillCarts();
        }
        // Both servers do nothing else: what one of them has done before would have warmed it.
        try (var open = ServerProcess.kontor(plan, database.environment())) {
            limits.put("cart with a token", rate(new Works(open.url(), null, plan.size()).get("/api/users/1/cart")));
        }
        try (var guarded = ServerProcess.kontor(plan, guarded(database))) {
            measure("cart with a token", guarded, works(guarded).get("/api/users/1/cart"), limits);
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

    /** A limit is warm as well when it is measured. */
    private double rate(Supplier<Step> step) throws InterruptedException {
        Load.run(plan.connections(), step, plan.warmUp());
        return load(step).rate();
    }

    private Measurement load(Supplier<Step> step) throws InterruptedException {
        return Load.run(plan.connections(), step, plan.measured());
    }

    private void measure(String work, ServerProcess kontor, Supplier<Step> step, Map<String, Double> limits)
            throws Exception {
        Load.run(plan.connections(), step, plan.warmUp());
        var server = kontor.cpu();
        var database = databaseCpu();
        var measurement = load(step);
        var ratio = ratios.computeIfAbsent(work, Ratio::new);
        ratio.kontor().add(measurement);
        ratio.limits().add(limits.get(work));
        ratio.serverCpu().add(kontor.cpu().minus(server).toMillis() / (double) measurement.steps());
        ratio.databaseCpu().add((databaseCpu() - database) * 1000 / measurement.steps());
        ratio.memory().add(kontor.memory());
        System.out.printf("  %s: %.0f/s of %.0f/s%n", work, measurement.rate(), limits.get(work));
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
