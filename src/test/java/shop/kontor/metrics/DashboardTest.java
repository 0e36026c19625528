package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import shop.kontor.client.model.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds Grafana's dashboard to the metrics of a running shop: each of its queries finds numbers. */
class DashboardTest extends MeasuredShop {

    private static final JsonNode DASHBOARD = dashboard();

    private static final Pattern METRIC = Pattern.compile("\\b[a-z]+_\\w+(?=\\{)");
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    @Autowired
    UpkeepMetrics upkeep;

    private static JsonNode dashboard() {
        try {
            return new JsonMapper().readTree(Files.readString(Path.of(".github/grafana.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> queries() {
        return DASHBOARD.get("panels").findValuesAsString("expr");
    }

    /** A query as Grafana sends it, with its variables replaced. */
    private static String sent(String query) {
        return query.replace("$__rate_interval", "10s").replace("$job", Prometheus.JOB);
    }

    /** Something of all that the dashboard shows. */
    private void trade() {
        var user = newcomer();
        put(user, product(lamp()), 1);
        buy(user);
        problem(answer(orders().placeOrder().userIdPath(user.getId())), 409, "cart-empty");
        var wrong = new Credentials().email("manager@example.com").password("a guess");
        problem(answer(users().signIn().body(wrong)), 401, "unauthenticated");
        upkeep.read();
        System.gc();
    }

    @Test
    void everyQueryFindsNumbers(@TempDir Path folder) throws IOException {
        assumeTrue(Prometheus.isInstalled(), "no prometheus");
        try (var prometheus = new Prometheus(metrics.port(), folder)) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                trade();
                assertThat(withoutNumbers(prometheus)).isEmpty();
            });
            assertThat(prometheus.numbers("no_such_metric")).isEmpty();
            assertThat(prometheus.numbers("vector(0) / vector(0)")).isEmpty();
            var variable = VARIABLE.matcher(
                    DASHBOARD.at("/templating/list/1/definition").asString());
            assertThat(variable.matches()).isTrue();
            assertThat(prometheus.values(variable.group(1), variable.group(2))).containsExactly(Prometheus.JOB);
        }
    }

    private static List<String> withoutNumbers(Prometheus prometheus) throws IOException {
        var empty = new ArrayList<String>();
        for (var query : queries()) {
            if (prometheus.numbers(sent(query)).isEmpty()) {
                empty.add(query);
            }
        }
        return empty;
    }

    /** Where there is no Prometheus, at least this; so it is for the alerts that the manual proposes. */
    @Test
    void everyMetricOfAQueryIsShown() throws IOException {
        trade();
        var names = scrape().stream().map(Sample::name).collect(Collectors.toSet());

        assertThat(metricsOf(queries())).hasSizeGreaterThan(15).isSubsetOf(names);
        var manual = Files.readString(Path.of(".github/OPERATING.md"));
        names.add("up"); // Prometheus' own
        assertThat(metricsOf(List.of(manual))).hasSizeGreaterThan(3).isSubsetOf(names);
    }

    private static Set<String> metricsOf(List<String> queries) {
        return queries.stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMetricOfTheShopIsOnTheDashboard() {
        trade();
        var own = scrape().stream()
                .map(Sample::name)
                .filter(name -> name.startsWith("kontor_"))
                .collect(Collectors.toSet());

        assertThat(metricsOf(queries())).containsAll(own);
    }

    @Test
    void everyPanelHasAPlaceAndTheChosenSource() {
        var places = new HashSet<String>();
        var ids = new HashSet<Integer>();
        for (var panel : DASHBOARD.get("panels")) {
            assertThat(ids.add(panel.get("id").asInt())).isTrue();
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            var place = panel.get("gridPos");
            var left = place.get("x").asInt();
            var top = place.get("y").asInt();
            for (int x = left; x < left + place.get("w").asInt(); x++) {
                for (int y = top; y < top + place.get("h").asInt(); y++) {
                    assertThat(places.add(x + " " + y))
                            .as("%s", panel.get("title"))
                            .isTrue();
                    assertThat(x).isLessThan(24);
                }
            }
        }
    }
}
