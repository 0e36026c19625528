package shop.kontor;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import shop.kontor.log.Console;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.StartupFailure;

/** The main class. */
@SpringBootApplication
public class Kontor {

    /**
     * Starts the server. With the argument {@code schema} it creates the database that the settings name, with its tables,
     * and ends; with {@code seed} it loads the demo data into it and ends; with {@code restore} it restores a backup of the
     * embedded database from its input and ends; with {@code check} it only tries whether it could start; with
     * {@code prepare} it unpacks the jar, for faster starts.
     *
     * @param args {@code schema}, {@code seed}, {@code restore}, {@code check}, {@code prepare} or none; Spring Boot's options
     *     are accepted, too
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Deadline.watch();
        Locale.setDefault(Locale.ROOT); // letters and digits are the same in every country
        if (List.of(args).equals(List.of(FastStart.COMMAND))) {
            prepare();
            return;
        }
        var kontor = new SpringApplication(Kontor.class);
        if (List.of(args).contains("check")) {
            check(args);
        } else if (Stream.of(args).anyMatch(ArgumentsCheck.COMMANDS::contains)) {
            kontor.setWebApplicationType(WebApplicationType.NONE);
            kontor.run(args).close();
        } else {
            var context = (WebServerApplicationContext) kontor.run(args);
            Console.say("Kontor is ready: http://localhost:%d"
                    .formatted(Objects.requireNonNull(context.getWebServer()).getPort()));
            if (context.getBean(AccessMode.class) == AccessMode.OPEN) {
                Console.say(
                        "No KONTOR_SECRET: listening on the loopback address only, and requests without a token have the manager role.");
            }
        }
    }

    private static void prepare() throws IOException, InterruptedException {
        try {
            new FastStart().prepare();
        } catch (StartupFailure e) {
            Console.fail(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private static void check(String[] args) {
        var check = new SpringApplication(Check.class);
        check.setWebApplicationType(WebApplicationType.NONE);
        check.setLazyInitialization(true);
        check.run(args).close();
        Console.say("Nothing is wrong.");
    }
}
