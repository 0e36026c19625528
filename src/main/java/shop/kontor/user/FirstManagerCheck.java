package shop.kontor.user;

import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.contract.BodyCheck;
import shop.kontor.contract.References;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.FirstManagerSettings;
import shop.kontor.settings.StartupCheck;

/** Tries whether a shop with a secret would open: with the first manager that its operator names, and without the demo's. */
class FirstManagerCheck implements StartupCheck {

    private final FirstManagerSettings named;
    private final BodyCheck bodies;
    private final AccessMode mode;
    private final DatabaseSettings settings;
    private final ObjectProvider<DataSource> database;
    private final Passwords passwords = new Passwords();

    FirstManagerCheck(
            FirstManagerSettings named,
            BodyCheck bodies,
            AccessMode mode,
            DatabaseSettings settings,
            ObjectProvider<DataSource> database) {
        this.named = named;
        this.bodies = bodies;
        this.mode = mode;
        this.settings = settings;
        this.database = database;
    }

    /** A manager's account refers to no rows. */
    @Bean
    static References noReferences() {
        return new References() {
            @Override
            public Set<String> relations() {
                return Set.of();
            }

            @Override
            public Set<Long> existing(String relation, Set<Long> ids) {
                return Set.of();
            }
        };
    }

    @Override
    public Stream<String> faults() {
        return mode == AccessMode.OPEN ? Stream.empty() : Stream.concat(ofTheNamed(), ofTheDemo());
    }

    private Stream<String> ofTheNamed() {
        var common = named.isNamed()
                && CommonPasswords.contain(Passwords.normal(named.password().value()));
        return Stream.concat(
                FirstManager.faults(named, bodies).stream().map(FirstManager::explain),
                common ? Stream.of("KONTOR_MANAGER_PASSWORD is too common: choose another.") : Stream.empty());
    }

    /** Nothing if there is no such database, or no users in it: then there is no demo manager either. */
    private Stream<String> ofTheDemo() {
        if (!settings.isOnServer()) {
            return Stream.empty();
        }
        try {
            return new JdbcTemplate(database.getObject())
                            .query(
                                    "SELECT id, password_hash FROM users WHERE email = ?",
                                    (row, i) -> DemoPassword.isPublished(passwords, row.getString(2))
                                            ? Stream.of(DemoPassword.remedy(row.getLong(1)))
                                            : Stream.<String>empty(),
                                    DemoPassword.EMAIL)
                            .stream()
                            .flatMap(fault -> fault);
        } catch (DataAccessException e) {
            return Stream.empty();
        }
    }
}
