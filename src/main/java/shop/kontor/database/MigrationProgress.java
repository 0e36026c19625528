package shop.kontor.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Migrates a database, and says how far that is when it takes long. */
@Component
class MigrationProgress implements Callback {

    private volatile int current;
    private volatile String name = "";

    /** Applies the migrations that are pending, and tells whether the database was empty. */
    boolean migrate(Flyway flyway) {
        current = 0;
        var all = flyway.info().pending().length;
        try (var progress = Progress.of("Bringing the tables up to date", () -> share(all))) {
            return flyway.migrate().initialSchemaVersion == null;
        }
    }

    /** Before the first one it waits for another server that migrates. */
    private String share(int all) {
        return current == 0
                ? "waiting for %d migrations".formatted(all)
                : "migration %d of %d, %s".formatted(current, all, name);
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        name = context.getMigrationInfo().getDescription();
        current++;
    }

    @Override
    public String getCallbackName() {
        return "progress";
    }
}
