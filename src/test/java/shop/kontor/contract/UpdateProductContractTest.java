package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;

/** Changes of a product: what is sent, what is left out, and two managers at once. */
class UpdateProductContractTest extends ContractTest {

    private Product get(long id) {
        return products()
                .getProduct()
                .idPath(id)
                .executeAs(r -> r.then().statusCode(200).extract().response());
    }

    private String etag(long id) {
        return answer(products().getProduct().idPath(id)).header("ETag");
    }

    private Response put(long id, String json) {
        return raw().contentType("application/json").body(json).put("/api/products/" + id);
    }

    @Nested
    class UpdateProduct {

        @Test
        void changesWhatIsSentAndKeepsWhatIsLeftOut() {
            var category = category();
            var tag = tag();
            var product = product(lamp().stock(5).categoryId(category.getId()).tagIds(List.of(tag.getId())));

            var answer = put(product.getId(), "{\"price\": 12.5}");

            assertThat(answer.statusCode()).isEqualTo(200);
            var updated = answer.as(Product.class);
            assertThat(updated.getPrice()).isEqualByComparingTo("12.5");
            assertThat(updated.getProductName()).isEqualTo(product.getProductName());
            assertThat(updated.getStock()).isEqualTo(5);
            assertThat(updated.getCategoryId()).isEqualTo(category.getId());
            assertThat(updated.getTags()).extracting(t -> t.getId()).containsExactly(tag.getId());
            assertThat(answer.header("ETag")).isEqualTo(etag(product.getId()));
        }

        @Test
        void changesNothingIfNothingIsSent() {
            var product = product(lamp());

            assertThat(put(product.getId(), "{}").asString())
                    .isEqualTo(answer(products().getProduct().idPath(product.getId()))
                            .asString());
        }

        @Test
        void replacesAllTags() {
            var tags = List.of(tag().getId(), tag().getId(), tag().getId());
            var product = product(lamp().tagIds(tags.subList(0, 2)));

            put(product.getId(), "{\"tagIds\": [%d, %d]}".formatted(tags.get(1), tags.get(2)));
            assertThat(get(product.getId()).getTags())
                    .extracting(t -> t.getId())
                    .containsExactly(tags.get(1), tags.get(2));

            put(product.getId(), "{\"tagIds\": null}");
            assertThat(get(product.getId()).getTags()).hasSize(2);

            put(product.getId(), "{\"tagIds\": []}");
            assertThat(get(product.getId()).getTags()).isEmpty();
        }

        @Test
        void takesItOutOfItsCategoryForNull() {
            var product = productIn(category());

            assertThat(put(product.getId(), "{\"category_id\": null}")
                            .as(Product.class)
                            .getCategoryId())
                    .isNull();
        }

        @Test
        void findsItByItsNewName() {
            var product = product(lamp().productName("Zzyzx " + unique("old")));
            put(product.getId(), "{\"product_name\": \"Qwghlm Candle\"}");

            assertThat(products().listProducts().qQuery("qwgh").executeAs(r -> r))
                    .extracting(Product::getId)
                    .containsExactly(product.getId());
            assertThat(products().listProducts().qQuery("zzyzx").executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void isUndoneAsAWholeIfAnythingIsRefused() {
            var product = product(lamp());

            assertThat(faults(put(
                            product.getId(), "{\"price\": 1, \"tagIds\": [999999999], \"category_id\": 999999999}")))
                    .containsExactlyInAnyOrder("#/category_id unknown_reference", "#/tagIds/0 unknown_reference");
            assertThat(get(product.getId()).getPrice()).isEqualTo(product.getPrice());
        }

        @Test
        void letsExactlyOneOfTwentyWithTheSameTagWin() {
            var id = product(lamp().stock(0)).getId();
            var known = etag(id);

            var statuses = Race.of(
                    20,
                    i -> answer(products()
                                    .updateProduct()
                                    .idPath(id)
                                    .ifMatchHeader(known)
                                    .body(new ProductUpdate().stock(i + 1)))
                            .statusCode());

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }

        @Test
        void takesAnyStateForAStarAndNoneForAWeakTag() {
            var id = product(lamp()).getId();
            var change = new ProductUpdate().stock(1);

            assertThat(answer(products()
                                    .updateProduct()
                                    .idPath(id)
                                    .ifMatchHeader("*")
                                    .body(change))
                            .statusCode())
                    .isEqualTo(200);
            problem(
                    answer(products()
                            .updateProduct()
                            .idPath(id)
                            .ifMatchHeader("W/" + etag(id))
                            .body(change)),
                    412,
                    "stale");
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(put(999_999_999, "{\"stock\": 1}"), 404, "not-found");
        }

        @Test
        void answers400ForNullWhereItIsNotTaken() {
            assertThat(faults(put(1, "{\"product_name\": null, \"price\": null, \"stock\": null}")))
                    .containsExactlyInAnyOrder("#/product_name type", "#/price type", "#/stock type");
        }
    }
}
