package shop.kontor.benchmark;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
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

/** The least that a Spring MVC server can do: routes that answer with a number of bytes, and do nothing else. */
@RestController
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class BareRoute {

    /** Starts it with the settings of the server in Kontor's application.yaml. */
    public static void main(String[] args) {
        var context = (WebServerApplicationContext) SpringApplication.run(BareRoute.class);
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

    private static byte[] ofSize(int bytes) {
        var body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        return body;
    }
}
