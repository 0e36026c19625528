package shop.kontor.database;

import javax.sql.DataSource;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Loads the demo users into a guarded shop, which has none of its own accord, before it makes a first manager. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoUsers implements ApplicationRunner {

    private final DataSource database;

    DemoUsers(DataSource database) {
        this.database = database;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoData.execute(database, "users");
    }
}
