package shop.kontor.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import shop.kontor.settings.MetricsSettings;
import shop.kontor.settings.StartupFailure;

/**
 * Shows the metrics to Prometheus, on a port of their own: from before the shop opens until after it has closed. Some slow
 * clients take threads from nobody else, and all of them lose their connection after some seconds.
 */
@Measured
@Component
class MetricsServer implements SmartLifecycle, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);

    private static final String PATH = "/metrics";
    private static final List<String> METHODS = List.of("GET", "HEAD");

    private static final int THREADS = 16;

    static {
        // In seconds; the JDK's server reads these once, and has no others.
        System.setProperty("sun.net.httpserver.maxReqTime", "5");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }

    private final PrometheusMeterRegistry registry;
    private final MetricsSettings settings;
    private @Nullable HttpServer server;

    MetricsServer(PrometheusMeterRegistry registry, MetricsSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public void start() {
        var address = settings.address();
        try {
            var threads = new CustomizableThreadFactory("metrics-");
            threads.setDaemon(true);
            var started = HttpServer.create(address, 0);
            started.setExecutor(
                    new ThreadPoolExecutor(0, THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), threads));
            started.createContext("/", this::answer);
            started.start();
            server = started;
            log.info("Metrics: http://{}:{}{}", settings.host(), port(), PATH);
        } catch (IOException e) {
            throw new StartupFailure(
                    "Kontor cannot listen on KONTOR_METRICS_PORT %d of KONTOR_METRICS_HOST %s (%s): stop the other program, or set another port."
                            .formatted(address.getPort(), settings.host(), e.getMessage()),
                    e);
        }
    }

    /** Where it listens; 0 unless it does. */
    int port() {
        return server == null ? 0 : server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!METHODS.contains(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().set("Allow", String.join(", ", METHODS));
                exchange.sendResponseHeaders(405, -1);
            } else {
                send(exchange, registry.scrape().getBytes(UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, byte[] text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Starts before and stops after what has a later phase, such as the shop's own port. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** After a failed start, too, which stops nothing. */
    @Override
    public void destroy() {
        stop();
    }
}
