package shop.kontor;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import shop.kontor.database.DatabaseUnusable;
import shop.kontor.settings.Misconfigured;

/** Tells the person who starts the server what to do when it can't start. */
class StartFailures extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
        var database = findCause(rootFailure, DatabaseUnusable.class);
        if (database != null) {
            return new FailureAnalysis(database.getMessage(), null, database);
        }
        var setting = findCause(rootFailure, Misconfigured.class);
        if (setting != null) {
            return new FailureAnalysis(setting.getMessage(), null, setting);
        }
        var port = findCause(rootFailure, PortInUseException.class);
        if (port != null) {
            return new FailureAnalysis(
                    "Port %d is in use: stop the other program, or set PORT to another port.".formatted(port.getPort()),
                    null,
                    port);
        }
        return null;
    }
}
