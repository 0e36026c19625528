package shop.kontor;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import shop.kontor.settings.StartupFailure;

/** Tells the operator what to do when the server can't start. */
class StartupFailureAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
        var failure = findCause(rootFailure, StartupFailure.class);
        if (failure != null) {
            return new FailureAnalysis(failure.getMessage(), null, failure);
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
