package shop.kontor;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import shop.kontor.settings.ServerAddress;

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
        // before a database is opened for a server that may not start
        kontor.addInitializers(context -> ServerAddress.of(context.getEnvironment()));
        if (Arrays.asList(args).contains("seed")) {
            kontor.setWebApplicationType(WebApplicationType.NONE);
            kontor.run(args).close();
        } else {
            var environment = kontor.run(args).getEnvironment();
            var port = environment.getProperty("local.server.port");
            System.out.printf("Kontor is open: http://localhost:%s%n", port);
            if (ServerAddress.isOpen(environment)) {
                System.out.println(
                        "Without a KONTOR_SECRET it listens on this machine alone, and takes whoever sends no token for a manager.");
            }
        }
    }
}
