package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.TagInput;

/** Products one by one and in batches; updates, the list and the stock have classes of their own. */
class ProductsContractTest extends ContractTest {

    private String etag(long id) {
        return answer(products().getProduct().idPath(id)).header("ETag");
    }

    @Nested
    class CreateProduct {

        @Test
        void answersTheWholeRowAndWhereItIs() {
            var category = category();
            var tags = List.of(tag(), tag());
            var input = lamp().price(new BigDecimal("200.00"))
                    .stock(3)
                    .categoryId(category.getId())
                    .tagIds(List.of(
                            tags.get(1).getId(),
                            tags.get(0).getId(),
                            tags.get(1).getId()));

            var answer = answer(products().createProduct().body(input));

            assertThat(answer.statusCode()).isEqualTo(201);
            var product = answer.as(Product.class);
            assertThat(answer.header("Location")).isEqualTo("/api/products/" + product.getId());
            assertThat(product.getProductName()).isEqualTo(input.getProductName());
            assertThat(product.getPrice()).isEqualByComparingTo("200");
            assertThat(product.getStock()).isEqualTo(3);
            assertThat(product.getCategory().getCategoryName()).isEqualTo(category.getCategoryName());
            assertThat(product.getTags())
                    .extracting(t -> t.getTagName())
                    .containsExactly(tags.get(0).getTagName(), tags.get(1).getTagName());
            assertThat(answer(products().getProduct().idPath(product.getId())).asString())
                    .isEqualTo(answer.asString());
            assertThat(etag(product.getId())).isEqualTo(answer.header("ETag"));
        }

        @Test
        void stocksTenIfNothingElseIsSaid() {
            assertThat(product(lamp()).getStock()).isEqualTo(10);
        }

        @Test
        void keepsEveryCent() {
            for (var price : List.of("0.00", "0.10", "4.35", "19.99", "99999999.99")) {
                assertThat(product(lamp().price(new BigDecimal(price))).getPrice())
                        .isEqualByComparingTo(price);
            }
        }

        @Test
        void answers400ThatNamesEveryFaultAtOnce() {
            var before = database.queryForObject("SELECT COUNT(*) FROM products", Long.class);

            var answer = raw().contentType("application/json").body("""
                        {"product_name": "", "price": -0.001, "stock": "many", "category_id": 999999999,
                         "tagIds": [1, 999999998, null, "x"]}""").post("/api/products?bogus=1");

            assertThat(faults(answer))
                    .containsExactlyInAnyOrder(
                            "bogus unknown_parameter",
                            "#/product_name minLength",
                            "#/product_name pattern",
                            "#/price minimum",
                            "#/price multipleOf",
                            "#/stock type",
                            "#/category_id unknown_reference",
                            "#/tagIds/1 unknown_reference",
                            "#/tagIds/2 type",
                            "#/tagIds/3 type");
            assertThat(database.queryForObject("SELECT COUNT(*) FROM products", Long.class))
                    .isEqualTo(before);
        }

        @Test
        void takesTheBodyOfTheSeedsComment() {
            var answer = raw().contentType("application/json")
                    .body(
                            "{\"product_name\": \"Basketball\", \"price\": 200.00, \"stock\": 3, \"tagIds\": [1, 2, 3, 4]}")
                    .post("/api/products");

            assertThat(answer.as(Product.class).getTags()).hasSize(4);
        }

        @Test
        void namesMembersThatItDoesNotKnow() {
            var answer = raw().contentType("application/json")
                    .body("{\"product_name\": \"Lamp\", \"price\": 1, \"id\": 1, \"colour\": {\"deep\": [1e9999]}}")
                    .post("/api/products");

            assertThat(faults(answer)).containsExactlyInAnyOrder("#/id unknown_member", "#/colour unknown_member");
        }
    }

    @Nested
    class CreateProducts {

        @Test
        void answersAllOfThemInTheOrderGiven() {
            var tag = tag();
            var inputs = IntStream.range(0, 1000)
                    .mapToObj(i -> lamp().stock(i).tagIds(i % 2 == 0 ? List.of(tag.getId()) : List.of()))
                    .toList();

            var answer = answer(products().createProducts().body(inputs));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.as(Product[].class))
                    .extracting(Product::getStock)
                    .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
            assertThat(answer.as(Product[].class)[998].getTags()).hasSize(1);
        }

        @Test
        void createsNoneAndNamesTheFaultsOfEveryRow() {
            var before = database.queryForObject("SELECT COUNT(*) FROM products", Long.class);
            var inputs = List.of(
                    lamp(),
                    lamp().price(new BigDecimal("-1")).stock(-1),
                    lamp(),
                    lamp().categoryId(999_999_999L).tagIds(List.of(1L, 999_999_999L)));

            assertThat(faults(answer(products().createProducts().body(inputs))))
                    .containsExactlyInAnyOrder(
                            "#/1/price minimum",
                            "#/1/stock minimum",
                            "#/3/category_id unknown_reference",
                            "#/3/tagIds/1 unknown_reference");
            assertThat(database.queryForObject("SELECT COUNT(*) FROM products", Long.class))
                    .isEqualTo(before);
        }

        @Test
        void answers400ForNoneAndForTooMany() {
            var tooMany = IntStream.range(0, 1001).mapToObj(i -> lamp()).toList();

            assertThat(faults(answer(products().createProducts().body(List.of()))))
                    .containsExactly("# minItems");
            assertThat(faults(answer(products().createProducts().body(tooMany))))
                    .containsExactly("# maxItems");
        }
    }

    @Nested
    class GetProduct {

        @Test
        void showsNoCategoryAsNull() {
            var product = product(lamp());

            var json = answer(products().getProduct().idPath(product.getId())).jsonPath();

            assertThat(json.<Map<String, Object>>get("$")).containsKeys("category_id", "category");
            assertThat(json.<Object>get("category")).isNull();
        }

        @Test
        void answers304UntilTheAnswerWouldChange() {
            var category = category();
            var tag = tag();
            var id = product(lamp().categoryId(category.getId()).tagIds(List.of(tag.getId())))
                    .getId();
            var known = etag(id);

            assertThat(ifNoneMatch(id, known).statusCode()).isEqualTo(304);
            assertThat(ifNoneMatch(id, known).header("ETag")).isEqualTo(known);

            answer(tags().updateTag().idPath(tag.getId()).body(new TagInput().tagName(unique("ebony"))));
            assertThat(ifNoneMatch(id, known).statusCode()).isEqualTo(200);

            var renamed = etag(id);
            answer(categories().deleteCategory().idPath(category.getId()));
            assertThat(ifNoneMatch(id, renamed).statusCode()).isEqualTo(200);
        }

        private Response ifNoneMatch(long id, String etag) {
            return answer(products().getProduct().idPath(id).reqSpec(r -> r.addHeader("If-None-Match", etag)));
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(products().getProduct().idPath(999_999_999)), 404, "not-found");
        }

        @Test
        void answers400ForAnIdThatIsNone() {
            for (var id : List.of("0", "-1", "1.0", "1e3", "01", "9007199254740992", "9".repeat(500), "%20")) {
                assertThat(faults(raw().get("/api/products/" + id))).as(id).hasSize(1);
            }
        }
    }

    @Nested
    class DeleteProduct {

        @Test
        void removesItAndItsLinks() {
            var tag = tag();
            var product = product(lamp().tagIds(List.of(tag.getId())));

            assertThat(answer(products().deleteProduct().idPath(product.getId()))
                            .statusCode())
                    .isEqualTo(204);

            problem(answer(products().getProduct().idPath(product.getId())), 404, "not-found");
            assertThat(tags().getTag().idPath(tag.getId()).executeAs(r -> r).getProducts())
                    .isEmpty();
        }

        @Test
        void answers412WhenItIsStale() {
            var id = product(lamp()).getId();
            var stale = etag(id);
            answer(products().updateProduct().idPath(id).body(new ProductUpdate().stock(99)));

            problem(answer(products().deleteProduct().idPath(id).ifMatchHeader(stale)), 412, "stale");
            assertThat(answer(products().deleteProduct().idPath(id).ifMatchHeader(etag(id)))
                            .statusCode())
                    .isEqualTo(204);
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(products().deleteProduct().idPath(999_999_999)), 404, "not-found");
        }

        @Test
        void answers400ForAnIdThatIsNone() {
            assertThat(faults(answer(products().deleteProduct().idPath("x")))).containsExactly("id type");
        }
    }
}
