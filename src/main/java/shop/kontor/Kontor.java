package shop.kontor;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import shop.kontor.settings.AccessMode;

/** Starts the shop. */
@SpringBootApplication
public class Kontor {

    /**
     * Starts the server; with the argument {@code seed} it loads the demo data into the configured database and ends.
     *
     * @param args {@code seed} or nothing; options of Spring Boot are taken as well
     */
    public static void main(String[] args) {
        var kontor = new SpringApplication(Kontor.class);
        if (Arrays.asList(args).contains("seed")) {
            kontor.setWebApplicationType(WebApplicationType.NONE);
            kontor.run(args).close();
        } else {
            var context = (WebServerApplicationContext) kontor.run(args);
            System.out.printf(
                    "Kontor is open: http://localhost:%d%n",
                    Objects.requireNonNull(context.getWebServer()).getPort());
            if (context.getBean(AccessMode.class) == AccessMode.OPEN) {
                System.out.println(
                        "Without a KONTOR_SECRET it listens on this machine alone, and takes whoever sends no token for a manager.");
            }
        }
    }
}
