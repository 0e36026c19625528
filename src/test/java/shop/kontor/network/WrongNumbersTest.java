package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Numbers are bounded before anything counts with them. */
class WrongNumbersTest extends WrongRequest {

    /** A request's path or body, and the one fault in it. */
    static Stream<Arguments> numbers() {
        var ones = "1".repeat(1000);
        return Stream.of(
                Arguments.of("/api/products?price_min=1e9999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e-9999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_max=-1E%2B99999999999999999999", "", "price_max maximum"),
                Arguments.of("/api/products?price_max=0e9999999999", "", "price_max maximum"),
                Arguments.of("/api/products?price_min=1e999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e-999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=" + ones, "", "price_min maximum"),
                Arguments.of("/api/products?price_min=0." + ones, "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e", "", "price_min type"),
                Arguments.of("/api/products?per_page=1e9999999999", "", "per_page type"),
                Arguments.of("/api/products?per_page=" + ones, "", "per_page maximum"),
                Arguments.of("/api/products?tag_id=1e9999999999", "", "tag_id type"),
                Arguments.of("/api/products?tag_id=1,2&tag_id=3", "", "tag_id type"),
                Arguments.of("/api/products?tag_id=1&tag_id=2,3", "", "tag_id type"),
                Arguments.of("/api/products/1e9999999999", "", "id type"),
                Arguments.of("/api/products/" + ones, "", "id maximum"),
                Arguments.of("/api/products/-" + ones, "", "id maximum"),
                Arguments.of("/api/products", LAMP.formatted("1e9999999999"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1e-9999999999"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1.5e-2147483648"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1e999999999"), "#/price maximum"),
                Arguments.of("/api/products", LAMP.formatted("-1e-999999999"), "#/price maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"stock\": 1e999999999"), "#/stock maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"stock\": 1e19"), "#/stock maximum"),
                Arguments.of(
                        "/api/products", LAMP.formatted("1, \"stock\": 12345678901234567890.12"), "#/stock maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"tagIds\": [-1e300]"), "#/tagIds/0 maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"user_id\": -1e999999999"), "#/user_id maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"tagIds\": [1e999999999]"), "#/tagIds/0 maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"x\": 1e999999999"), "#/x unknown_member"),
                Arguments.of("/api/product-batches", "[" + LAMP.formatted("1e999999999") + "]", "#/0/price maximum"),
                Arguments.of(
                        "/api/products/1/stock-adjustments",
                        "{\"reason\": \"Delivery\", \"delta\": 1e999999999}",
                        "#/delta maximum"),
                Arguments.of("/api/users/1/orders", "{\"expected_total\": 1e999999999}", "#/expected_total maximum"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void boundsNumbersBeforeItCountsWithThem(String path, String body, String fault, CapturedOutput log)
            throws IOException {
        assertThat(faults(body.isEmpty() ? get(path) : post(path, "", body))).containsExactly(fault);
        isNotLogged(log);
    }
}
