package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Credentials;
import shop.kontor.contract.check.Spec;
import shop.kontor.network.OddRequests;
import shop.kontor.network.Wire;

/** Labels come from the contract and from this program, and never from a request: their number has a bound. */
class LabelsTest extends MeasuredShop {

    private static final int REQUESTS = 400;

    /** The labels of this program, and those of libraries, whose values name parts of the process. */
    private static final Set<String> NAMES = Set.of(
            "operation",
            "status",
            "le",
            "problem",
            "reason",
            "table",
            "pool",
            "area",
            "id",
            "state",
            "action",
            "cause",
            "gc");

    /** What is no word: digits of an id, an address, and whatever is long and random. */
    private static final Pattern STRANGE = Pattern.compile("\\d{3,}|@|[\\w-]{25,}|[^\\x20-\\x7e]");

    private Set<String> values(String label) {
        return scrape().stream()
                .map(sample -> sample.labels().get(label))
                .filter(value -> value != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void sendOddRequests(long seed) throws IOException {
        var odd = new OddRequests(seed);
        for (int i = 0; i < REQUESTS; i++) {
            try (var wire = new Wire(port)) {
                wire.send(odd.next().bytes()).answer(true);
            }
        }
    }

    @Test
    void noValueIsMadeOfARequest() throws IOException {
        var user = customer();
        var token = signIn(user.getEmail(), PASSWORD);
        as(token).users().getUser().userIdPath(user.getId()).executeAs(r -> r);
        answer(users().signIn().body(new Credentials().email(user.getEmail()).password("a guess")));
        order();
        sendOddRequests(31);

        assertThat(scrape()).allSatisfy(sample -> {
            assertThat(sample.labels().keySet()).isSubsetOf(NAMES);
            sample.labels().forEach((name, value) -> {
                if (!name.equals("status") && !name.equals("le")) {
                    assertThat(value).as(name).doesNotContainPattern(STRANGE);
                }
            });
        });
        assertThat(send("GET", "/metrics").body()).doesNotContain(user.getEmail(), token, "999999999");
    }

    @Test
    void operationsStatusesAndProblemsAreThoseOfTheContract() throws IOException {
        sendOddRequests(32);

        var operations =
                Spec.INSTANCE.operations.stream().map(Spec.Operation::id).collect(Collectors.toSet());
        assertThat(values("operation")).isSubsetOf(plus(operations, "none"));
        assertThat(values("status")).allMatch(status -> status.matches("[1-5]\\d\\d"));
        assertThat(values("le")).hasSizeLessThan(15);
    }

    /** Whoever sends more of the same makes no more series, but where an operation answers what it never did. */
    @Test
    void moreRequestsMakeNoMoreSeriesThanAnswersOfOtherKinds() throws IOException {
        sendOddRequests(33);
        var kinds = kinds();
        var series = scrape().size();

        sendOddRequests(34);
        sendOddRequests(35);

        // twelve buckets, the sum, the count and the maximum
        var more = scrape().size() - series;
        assertThat(more).isLessThanOrEqualTo(15 * (kinds() - kinds) + 30);
    }

    private int kinds() {
        return (int) scrape().stream()
                .filter(sample -> sample.name().equals("http_server_requests_seconds_count"))
                .count();
    }

    private static List<String> plus(Set<String> values, String value) {
        return Stream.concat(values.stream(), Stream.of(value))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
