package shop.kontor.benchmark;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import shop.kontor.settings.DatabaseSettings;

/**
 * The least that a Spring MVC server can do: routes that answer with a number of bytes. They do nothing else, or run the SQL of an
 * operation by bare JDBC before.
 */
@RestController
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@EnableConfigurationProperties({Plan.class, DatabaseSettings.class})
class BareRoute {

    private final Plan plan;
    private final BareSql sql;
    private final Map<String, BlockingQueue<Step>> steps = new ConcurrentHashMap<>();

    BareRoute(Plan plan, DatabaseSettings settings) {
        this.plan = plan;
        sql = new BareSql(new BenchmarkDatabase(settings, plan.size()));
    }

    /** Starts it with the settings of the server in Kontor's application.yaml. */
    public static void main(String[] args) {
        var context = (WebServerApplicationContext) SpringApplication.run(BareRoute.class, args);
        System.out.printf(
                "Bare route is ready: http://localhost:%d%n",
                Objects.requireNonNull(context.getWebServer()).getPort());
    }

    @GetMapping("/{bytes}")
    ResponseEntity<byte[]> get(@PathVariable int bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ofSize(bytes));
    }

    @PostMapping("/{bytes}")
    ResponseEntity<byte[]> post(@PathVariable int bytes, @RequestBody byte[] body) {
        return ResponseEntity.status(201)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ofSize(bytes));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable int id) {
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{bytes}/{work}")
    ResponseEntity<byte[]> get(@PathVariable int bytes, @PathVariable String work) throws Exception {
        run(work);
        return get(bytes);
    }

    @PostMapping("/{bytes}/{work}")
    ResponseEntity<byte[]> post(@PathVariable int bytes, @PathVariable String work) throws Exception {
        run(work);
        return post(bytes, new byte[0]);
    }

    /** Runs the statements of an operation on one of as many connections as there are clients. */
    private void run(String work) throws Exception {
        var free = steps.computeIfAbsent(
                work,
                any -> Stream.generate(sql.of(any))
                        .limit(plan.connections())
                        .collect(Collectors.toCollection(LinkedBlockingQueue::new)));
        var step = free.take();
        try {
            step.run();
        } finally {
            free.add(step);
        }
    }

    private static byte[] ofSize(int bytes) {
        var body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
