package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read, changed and put back as a whole. */
class ReadBackContractTest extends ContractTest {

    @Test
    void takesAProductBack() {
        var product = product(lamp().categoryId(category().getId()).addTagIdsItem(tag().getId()));
        var path = "/api/products/" + product.getId();

        var answer = putBack(path, path, body -> body.put("price", 5.5));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getDouble("price")).isEqualTo(5.5);
        assertThat(answer.jsonPath().getList("tags")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?embed_limit=0", "?embed_limit=1", "?embed_limit=2", "?product_count=true"})
    void takesACategoryBackWhicheverViewWasRead(String view) {
        var category = category();
        productIn(category);
        productIn(category);
        var path = "/api/categories/" + category.getId();
        var name = unique("Coats");

        var answer = putBack(path + view, path, body -> body.put("category_name", name));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("category_name")).isEqualTo(name);
    }

    @Test
    void takesATagBack() {
        var path = "/api/tags/" + tag().getId();
        var name = unique("grey");

        var answer = putBack(path, path, body -> body.put("tag_name", name));

        assertThat(answer.jsonPath().getString("tag_name")).isEqualTo(name);
    }

    @Test
    void takesAUserBack() {
        var path = "/api/users/" + customer().getId();

        var answer = putBack(path, path, body -> body.put("name", "Lovelace"));

        assertThat(answer.jsonPath().getString("name")).isEqualTo("Lovelace");
    }

    @Test
    void refusesAnotherValueOfWhatCanOnlyBeRead() {
        var product = product(lamp().addTagIdsItem(tag().getId()));
        var path = "/api/products/" + product.getId();
        var before = raw().get(path).asString();

        var answer = putBack(path, path, body -> {
            body.put("tags", java.util.List.of());
            body.put("id", 1);
            body.put("price", 5.5);
        });

        assertThat(faults(answer)).containsExactlyInAnyOrder("#/tags read_only", "#/id read_only");
        assertThat(raw().get(path).asString()).isEqualTo(before);
    }

    @Test
    void refusesWhatWasReadBeforeAProductCameIn() {
        var category = category();
        var path = "/api/categories/" + category.getId();

        var answer = putBack(path, path, body -> productIn(category));

        assertThat(faults(answer)).containsExactly("#/has_more_products read_only");
    }

    @Test
    void namesAMisspeltMemberAndMakesNothing() {
        var count = database.queryForObject("SELECT COUNT(*) FROM products", Long.class);

        var answer = raw().contentType("application/json")
                .body(Map.of("product_name", unique("Lamp"), "price", 5, "tag_ids", java.util.List.of(1), "a/b~c", 1))
                .post("/api/products");

        assertThat(faults(answer)).containsExactlyInAnyOrder("#/tag_ids unknown_member", "#/a~1b~0c unknown_member");
        assertThat(database.queryForObject("SELECT COUNT(*) FROM products", Long.class))
                .isEqualTo(count);
    }

    @Test
    void repeatsNoLongNames() {
        var answer = raw().contentType("application/json")
                .body(Map.of("category_name", unique("Coats"), "x".repeat(7_000), 1))
                .post("/api/categories");

        assertThat(faults(answer)).singleElement().asString().hasSizeLessThan(200);
    }

    private Response putBack(String read, String path, Consumer<Map<String, Object>> change) {
        var body = new TreeMap<String, Object>(raw().get(read).jsonPath().getMap(""));
        change.accept(body);
        return raw().contentType("application/json").body(body).put(path);
    }
}
