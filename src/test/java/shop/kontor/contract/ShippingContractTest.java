package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.model.ShippingMethod;
import shop.kontor.client.model.ShippingMethodUpdate;

/** Shipping methods, as managers keep them and everybody reads them. */
class ShippingContractTest extends ContractTest {

    private io.restassured.response.Response get(ShippingMethod method) {
        return answer(shipping().getShippingMethod().idPath(method.getId()));
    }

    private io.restassured.response.Response update(ShippingMethod method, ShippingMethodUpdate change) {
        return answer(shipping().updateShippingMethod().idPath(method.getId()).body(change));
    }

    private io.restassured.response.Response update(ShippingMethod method, String json) {
        return raw().contentType("application/json")
                .body(json.getBytes(UTF_8))
                .put("/api/shipping-methods/" + method.getId());
    }

    @Nested
    class ListShippingMethods {

        @Test
        void listsTheActiveOnesById() {
            var made = IntStream.range(0, 3).mapToObj(i -> shippingMethod()).toList();
            update(made.get(1), new ShippingMethodUpdate().active(false));

            var first = answer(shipping().listShippingMethods().perPageQuery(2).totalQuery(true));
            var all = follow(first, ShippingMethod[].class, rows -> {});

            assertThat(all)
                    .extracting(ShippingMethod::getId)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains(1L, made.get(0).getId(), made.get(2).getId())
                    .doesNotContain(made.get(1).getId());
            assertThat(first.header("X-Total-Count")).isEqualTo(String.valueOf(all.size()));
        }
    }

    @Nested
    class ListInactiveShippingMethods {

        @Test
        void listsThemToManagers() {
            var inactive = shippingMethod(parcel().active(false));

            var first =
                    answer(shipping().listShippingMethods().inactiveQuery(true).totalQuery(true));
            var all = follow(first, ShippingMethod[].class, rows -> {});

            assertThat(all).allMatch(method -> !method.getActive()).contains(inactive);
            assertThat(first.header("X-Total-Count")).isEqualTo(String.valueOf(all.size()));
        }
    }

    @Nested
    class CreateShippingMethod {

        @Test
        void answersTheWholeRowAndWhereItIs() {
            var input = parcel().countries(List.of("DE", "AT", "DE"))
                    .freeFrom(new BigDecimal("50"))
                    .taxRate(new BigDecimal("7.5"));

            var answer = answer(shipping().createShippingMethod().body(input));

            assertThat(answer.statusCode()).isEqualTo(201);
            var method = answer.as(ShippingMethod.class);
            assertThat(answer.header("Location")).isEqualTo("/api/shipping-methods/" + method.getId());
            assertThat(get(method).asString()).isEqualTo(answer.asString());
            assertThat(get(method).header("ETag")).isEqualTo(answer.header("ETag"));
            assertThat(method.getName()).isEqualTo(input.getName());
            assertThat(method.getPrice()).isEqualByComparingTo("4.90");
            assertThat(method.getFreeFrom()).isEqualByComparingTo("50");
            assertThat(method.getTaxRate()).isEqualByComparingTo("7.5");
            assertThat(method.getCountries()).containsExactly("AT", "DE");
            assertThat(method.getActive()).isTrue();
        }

        @Test
        void takesEveryCountry() {
            var all = Arrays.asList(Locale.getISOCountries());

            assertThat(shippingMethod(parcel().countries(all)).getCountries()).containsExactlyInAnyOrderElementsOf(all);
        }

        @ParameterizedTest
        @ValueSource(strings = {"XX", "de", "DEU", "276", "ZZ", "EU", "D "})
        void namesACountryThatIsNone(String code) {
            var input = parcel().countries(List.of("DE", code));

            assertThat(faults(answer(shipping().createShippingMethod().body(input))))
                    .isNotEmpty()
                    .allMatch(fault -> fault.startsWith("#/countries/1 "));
        }
    }

    @Nested
    class GetShippingMethod {

        @Test
        void answers304WhileItIsTheSame() {
            var method = shippingMethod();
            var tag = get(method).header("ETag");
            var path = "/api/shipping-methods/" + method.getId();

            assertThat(raw().header("If-None-Match", tag).get(path).statusCode())
                    .isEqualTo(304);
            update(method, new ShippingMethodUpdate().price(BigDecimal.ONE));
            assertThat(raw().header("If-None-Match", tag).get(path).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void answers404ForOneThatIsInactiveOrNotThere() {
            var method = shippingMethod(parcel().active(false));

            problem(get(method), 404, "not-found");
            problem(get(new ShippingMethod().id(999_999_999L)), 404, "not-found");
        }
    }

    @Nested
    class UpdateShippingMethod {

        @Test
        void changesOnlyWhatIsSent() {
            var method = shippingMethod(parcel().freeFrom(BigDecimal.TEN).taxRate(BigDecimal.ONE));

            var changed = update(method, new ShippingMethodUpdate().price(new BigDecimal("5.90")))
                    .as(ShippingMethod.class);

            assertThat(changed)
                    .usingRecursiveComparison()
                    .ignoringFields("price", "updatedAt")
                    .isEqualTo(method);
            assertThat(changed.getPrice()).isEqualByComparingTo("5.90");
            assertThat(changed.getUpdatedAt()).isAfter(method.getUpdatedAt());
        }

        @Test
        void clearsWhatMayBeNullAndKeepsTheCountriesThen() {
            var method = shippingMethod(parcel().freeFrom(BigDecimal.TEN).taxRate(BigDecimal.ONE));

            var changed = update(method, "{\"free_from\": null, \"tax_rate\": null, \"countries\": null}")
                    .as(ShippingMethod.class);

            assertThat(changed.getFreeFrom()).isNull();
            assertThat(changed.getTaxRate()).isNull();
            assertThat(changed.getCountries()).isEqualTo(method.getCountries());
            assertThat(faults(update(method, "{\"countries\": []}"))).containsExactly("#/countries minItems");
        }

        @Test
        void takesBackWhatWasReadAndChangesNothing() {
            var method = shippingMethod(parcel().freeFrom(BigDecimal.TEN));
            var text = get(method).asString();

            assertThat(update(method, text).asString()).isEqualTo(text);
            assertThat(faults(update(method, "{\"created_at\": \"2020-01-01T00:00:00Z\"}")))
                    .containsExactly("#/created_at read_only");
        }

        @Test
        void activatesOneThatIsInactive() {
            var method = shippingMethod(parcel().active(false));

            assertThat(update(method, new ShippingMethodUpdate().active(true)).statusCode())
                    .isEqualTo(200);

            assertThat(get(method).statusCode()).isEqualTo(200);
        }

        @Test
        void refusesWhatIsStaleOrNotThere() {
            var method = shippingMethod();
            var change = new ShippingMethodUpdate().name("Other");

            problem(
                    answer(shipping()
                            .updateShippingMethod()
                            .idPath(method.getId())
                            .ifMatchHeader("\"stale\"")
                            .body(change)),
                    412,
                    "stale");
            problem(update(new ShippingMethod().id(999_999_999L), change), 404, "not-found");
        }
    }

    @Nested
    class DeleteShippingMethod {

        @Test
        void deletesOneThatNoOrderUsed() {
            var method = shippingMethod();

            assertThat(answer(shipping().deleteShippingMethod().idPath(method.getId()))
                            .statusCode())
                    .isEqualTo(204);

            problem(update(method, new ShippingMethodUpdate().active(true)), 404, "not-found");
        }

        @Test
        void refusesWhatIsStaleOrNotThere() {
            var delete = shipping().deleteShippingMethod();

            problem(answer(delete.idPath(shippingMethod().getId()).ifMatchHeader("\"stale\"")), 412, "stale");
            problem(answer(shipping().deleteShippingMethod().idPath(999_999_999)), 404, "not-found");
        }
    }
}
