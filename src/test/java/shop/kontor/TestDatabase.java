package shop.kontor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database for the tests: an embedded one, or beside the one that {@code DB_NAME} names, never that one. Each
 * server has its own.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The build runs tests in several processes, and numbers them. */
    private static final String FORK = System.getProperty("fork", "fork_1");

    private static final AtomicInteger servers = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = FORK + "_" + servers.incrementAndGet();
        var environment = context.getEnvironment();
        var shop = environment.getProperty("DB_NAME");
        try {
            if (shop == null) {
                var data = Path.of("target", "test-data-" + name);
                FileSystemUtils.deleteRecursively(data);
                TestPropertyValues.of("KONTOR_DATA=" + data).applyTo(context);
                return;
            }
            TestPropertyValues.of(
                            "DB_NAME=" + anew(environment::getProperty, shop + "_" + name + "_test"),
                            // MySQL permits 151 connections unless told otherwise, and tests keep many servers open
                            "spring.datasource.hikari.minimum-idle=1",
                            "spring.datasource.hikari.idle-timeout=10000")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database of this name on the MySQL server that the settings name. */
    public static String anew(UnaryOperator<String> settings, String name) {
        var server = "jdbc:mysql://%s:%s/?allowPublicKeyRetrieval=true"
                .formatted(
                        Objects.requireNonNullElse(settings.apply("DB_HOST"), "localhost"),
                        Objects.requireNonNullElse(settings.apply("DB_PORT"), "3306"));
        var password = Stream.of("DB_PASSWORD", "DB_PW")
                .map(settings)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        try (var connection = DriverManager.getConnection(server, settings.apply("DB_USER"), password);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
            statement.execute("CREATE DATABASE `" + name + "`");
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("The tests need a database of their own", e);
        }
    }
}
