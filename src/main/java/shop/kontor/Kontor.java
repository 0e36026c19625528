package shop.kontor;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;

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
            var port = kontor.run(args).getEnvironment().getProperty("local.server.port");
            System.out.printf("Kontor is open: http://localhost:%s%n", port);
        }
    }
}
