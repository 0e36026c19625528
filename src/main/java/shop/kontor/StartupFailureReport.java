package shop.kontor;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import shop.kontor.log.Console;

/** Prints the reason of a failed start in one line, without Spring Boot's banner around it. */
class StartupFailureReport implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        Console.fail(Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(System.lineSeparator())));
    }
}
