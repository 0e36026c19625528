package shop.kontor;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import shop.kontor.log.Console;

/** Prints the reasons of a failed start in a line each, without Spring Boot's banner around it. */
class StartupFailureReport implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(Objects::nonNull)
                .flatMap(String::lines)
                .forEach(Console::fail);
    }
}
