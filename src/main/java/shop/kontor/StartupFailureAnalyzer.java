package shop.kontor;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import shop.kontor.settings.StartupFailure;

/** Explains to the operator why the server cannot start. */
class StartupFailureAnalyzer extends AbstractFailureAnalyzer<Throwable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, Throwable cause) {
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
        var refused = findCause(rootFailure, java.net.BindException.class);
        if (refused != null) {
            return new FailureAnalysis(
                    "Kontor cannot listen on PORT (%s): set PORT to another port, such as 8080."
                            .formatted(refused.getMessage()),
                    null,
                    refused);
        }
        var setting = findCause(rootFailure, BindException.class);
        if (setting != null) {
            return new FailureAnalysis(StartupFailure.of(setting).getMessage(), null, setting);
        }
        return null;
    }
}
