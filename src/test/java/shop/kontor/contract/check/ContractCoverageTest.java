package shop.kontor.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all others, and holds them to it: what is declared was produced, and what was produced is declared. */
@Tag("coverage")
class ContractCoverageTest {

    private static final Path PRODUCED = Path.of("target", "contract-coverage");

    private Coverage coverage;

    @BeforeEach
    void readWhatTheOthersHaveSeen() throws IOException {
        coverage = Coverage.of(Spec.INSTANCE, PRODUCED);
    }

    @Test
    void everythingDeclaredWasProduced() throws IOException {
        var declared = coverage.declared();
        var undeclared = coverage.againstTheContract();
        var missing = coverage.missing();
        var responses = declared.stream().filter(item -> !item.contains(" parameter ") && !item.contains(" header "));
        var all = responses.toList();
        var produced = all.stream().filter(coverage::has).count();
        var summary =
                "contract: %d operations, %d of %d responses produced, %d of %d headers and parameters used, %d undeclared"
                        .formatted(
                                Spec.INSTANCE.operations.size(),
                                produced,
                                all.size(),
                                declared.size()
                                        - all.size()
                                        - missing.stream()
                                                .filter(item -> !all.contains(item))
                                                .count(),
                                declared.size() - all.size(),
                                undeclared.size());

        Files.writeString(Path.of("target", "contract-coverage.md"), report(summary));
        System.out.println(summary);

        assertThat(declared).isNotEmpty();
        assertThat(missing).as("declared, but produced or used by no test").isEmpty();
        assertThat(undeclared).isEmpty();
    }

    private String report(String summary) {
        var rows = new StringBuilder("# What the tests made of the contract\n\n").append(summary);
        rows.append("\n\n| operation | produced or used | not |\n| --- | --- | --- |\n");
        for (var operation : Spec.INSTANCE.operations) {
            rows.append("| %s | %s | %s |%n"
                    .formatted(operation.id(), items(operation.id(), true), items(operation.id(), false)));
        }
        rows.append("\nUnder `default`, for the unforeseen, were seen:\n\n");
        coverage.defaults().stream()
                .filter(coverage::has)
                .forEach(item -> rows.append("* ").append(item).append('\n'));
        return rows.toString();
    }

    private String items(String id, boolean produced) {
        return coverage.declared().stream()
                .filter(item -> item.startsWith(id + " ") && coverage.has(item) == produced)
                .map(item -> item.substring(id.length() + 1))
                .collect(Collectors.joining(", "));
    }
}
