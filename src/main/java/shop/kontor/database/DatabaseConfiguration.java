package shop.kontor.database;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.StartupFailure;

/** Selects the database and migrates it. */
@EnableResilientMethods
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    Database database(DatabaseSettings settings, ApplicationArguments arguments) {
        if (settings.isOnServer()) {
            if (isAsked(arguments, "restore")) {
                throw new StartupFailure(
                        "The command restore is for the embedded database: restore a backup of DB_NAME with the client of MySQL.");
            }
            var server = MySqlServer.of(settings);
            return (isAsked(arguments, "schema") ? server.created() : server).connected();
        }
        var embedded = new EmbeddedDatabase(Path.of(settings.data()));
        return isAsked(arguments, "restore") ? embedded.restored(System.in) : embedded;
    }

    /** Migrations and demo data have connections of their own, without the limits of requests. */
    @Bean
    FlywayConnectionDetails connectionForMigrations(Database database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.unlimitedUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return database.getUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return database.getPassword();
            }

            @Override
            public String getDriverClassName() {
                return database.getDriverClassName();
            }
        };
    }

    /** Empties the pool, whose idle connections have ended. */
    @Bean
    SmartInitializingSingleton failover(Database database, DataSource source) {
        return () -> database.onFailover(() -> {
            var pool = DataSourceUnwrapper.unwrap(source, HikariConfigMXBean.class, HikariDataSource.class);
            if (pool != null && pool.getHikariPoolMXBean() != null) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        });
    }

    @Bean
    FlywayMigrationStrategy migration(
            Database database, ApplicationArguments arguments, AccessMode mode, MigrationProgress progress) {
        return flyway -> {
            var isForTrying = database.isForTrying() && mode == AccessMode.OPEN;
            var isNew = isNewAndMigrated(flyway, progress);
            if (isAsked(arguments, "schema")) {
                log.info("The database exists, with all its tables.");
            }
            if (isAsked(arguments, "seed") || isNew && isForTrying) {
                DemoData.load(flyway.getConfiguration().getDataSource(), mode);
            }
            database.finish();
        };
    }

    /** Migrates the database, and tells whether it was empty. */
    private static boolean isNewAndMigrated(Flyway flyway, MigrationProgress progress) {
        try {
            return progress.migrate(flyway);
        } catch (FlywayException e) {
            throw new StartupFailure(MigrationFailure.of(e), e);
        }
    }

    private static boolean isAsked(ApplicationArguments arguments, String command) {
        return arguments.getNonOptionArgs().contains(command);
    }
}
