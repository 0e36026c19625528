package shop.kontor.database;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.resilience.annotation.EnableResilientMethods;
import shop.kontor.settings.StartupFailure;

/** Chooses the database and brings it up to date. */
@EnableResilientMethods
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Database database(Environment environment) {
        var name = environment.getProperty("DB_NAME");
        var user = environment.getProperty("DB_USER");
        var password = environment.getProperty("DB_PASSWORD", environment.getProperty("DB_PW"));
        if (Stream.of(name, user, password).anyMatch(Objects::nonNull)) {
            if (name == null || name.isBlank() || user == null || user.isBlank()) {
                throw new StartupFailure(
                        "A MySQL server needs DB_NAME, DB_USER and DB_PASSWORD, and not all of them are set: add what is missing to the environment or to .env.",
                        null);
            }
            return new MySqlServer(
                            environment.getProperty("DB_HOST", "localhost"),
                            environment.getProperty("DB_PORT", "3306"),
                            name,
                            user,
                            password == null ? "" : password)
                    .connected();
        }
        if (!EmbeddedDatabase.isAvailable()) {
            throw new StartupFailure(
                    "Kontor needs a MySQL server here: set DB_NAME, DB_USER and DB_PASSWORD in the environment or in a file .env in this folder.",
                    null);
        }
        return new EmbeddedDatabase(Path.of(environment.getProperty("KONTOR_DATA", ".kontor")));
    }

    @Bean
    FlywayMigrationStrategy migration(Database database, ApplicationArguments arguments, Environment environment) {
        return flyway -> {
            var isNew = flyway.info().current() == null;
            var isForTrying = database.isForTrying()
                    && environment.getProperty("KONTOR_SECRET", "").isEmpty();
            flyway.migrate();
            if (arguments.getNonOptionArgs().contains("seed") || isNew && isForTrying) {
                DemoData.load(flyway.getConfiguration().getDataSource());
            }
        };
    }
}
