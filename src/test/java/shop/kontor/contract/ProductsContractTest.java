package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.api.Oper;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;
import shop.kontor.client.model.TagInput;

class ProductsContractTest extends ContractTest {

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
            assertThat(product.getPrice()).isEqualTo(new BigDecimal("200.00"));
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
                        .isEqualTo(new BigDecimal(price));
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
        void ignoresMembersThatItDoesNotKnow() {
            var answer = raw().contentType("application/json")
                    .body("{\"product_name\": \"Lamp\", \"price\": 1, \"id\": 1, \"colour\": {\"deep\": [1e9999]}}")
                    .post("/api/products");

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.as(Product.class).getId()).isNotEqualTo(1);
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
    class UpdateProduct {

        @Test
        void changesWhatIsSentAndKeepsWhatIsLeftOut() {
            var category = category();
            var tag = tag();
            var product = product(lamp().stock(5).categoryId(category.getId()).tagIds(List.of(tag.getId())));

            var answer = put(product.getId(), "{\"price\": 12.5}");

            assertThat(answer.statusCode()).isEqualTo(200);
            var updated = answer.as(Product.class);
            assertThat(updated.getPrice()).isEqualTo(new BigDecimal("12.50"));
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
            put(id, "{\"stock\": 99}");

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

    @Nested
    class AdjustStock {

        private Oper adjust(Product product, int delta) {
            return products()
                    .adjustStock()
                    .idPath(product.getId())
                    .body(new StockAdjustment().delta(delta).reason("Delivery 4711"));
        }

        @Test
        void addsToWhatIsThereOrTakesFromIt() {
            var product = product(lamp().stock(10));

            var answer = answer(adjust(product, 5));
            assertThat(answer.as(Product.class).getStock()).isEqualTo(15);
            assertThat(answer.header("ETag"))
                    .isEqualTo(answer(products().getProduct().idPath(product.getId()))
                            .header("ETag"));

            assertThat(answer(adjust(product, -15)).as(Product.class).getStock())
                    .isZero();
        }

        @Test
        void losesNoneOfManyAtOnce() {
            var product = product(lamp().stock(10));

            Race.of(16, i -> answer(adjust(product, i % 2 == 0 ? 3 : -1)));

            assertThat(stock(product)).isEqualTo(10 + 8 * 3 - 8);
        }

        @Test
        void refusesToTakeMoreThanThereIs() {
            var product = product(lamp().stock(10));

            var shortages =
                    problem(answer(adjust(product, -11)), 409, "out-of-stock").getShortages();

            assertThat(shortages).singleElement().satisfies(shortage -> {
                assertThat(shortage.getProductId()).isEqualTo(product.getId());
                assertThat(shortage.getQuantity()).isEqualTo(11);
                assertThat(shortage.getStock()).isEqualTo(10);
            });
            assertThat(stock(product)).isEqualTo(10);
        }

        @Test
        void refusesWhatCouldNotBeCounted() {
            var product = product(lamp().stock(1));

            problem(answer(adjust(product, Integer.MAX_VALUE)), 409, "stock-limit");
        }

        @Test
        void writesNothingDownForNothing() {
            var product = product(lamp());

            assertThat(answer(adjust(product, 0)).statusCode()).isEqualTo(200);

            assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                    .hasSize(1);
        }

        @Test
        void answers404ForOneThatIsNotThere() {
            problem(answer(adjust(new Product().id(999_999_999L), 1)), 404, "not-found");
            problem(answer(adjust(new Product().id(999_999_999L), 0)), 404, "not-found");
        }
    }

    @Nested
    class ListStockMovements {

        @Test
        void listsThemNewestFirstPageByPage() {
            var product = product(lamp().stock(10));
            var list = products().listStockMovements().idPath(product.getId());
            answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().stock(4)));
            answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().stock(4)));
            answer(products()
                    .adjustStock()
                    .idPath(product.getId())
                    .body(new StockAdjustment().delta(3).reason("Found behind the shelf")));

            var first = answer(list.perPageQuery(2).totalQuery(true));
            assertThat(first.header("X-Total-Count")).isEqualTo("3");
            var all = follow(first, StockMovement[].class, rows -> {});

            assertThat(all)
                    .extracting(
                            StockMovement::getKind,
                            StockMovement::getDelta,
                            StockMovement::getStock,
                            StockMovement::getReason)
                    .containsExactly(
                            tuple(StockMovementKind.ADJUSTMENT, 3, 7, "Found behind the shelf"),
                            tuple(StockMovementKind.UPDATE, -6, 4, null),
                            tuple(StockMovementKind.OPENING, 10, 10, null));
            assertThat(all).allSatisfy(m -> assertThat(m.getMovedAt()).isNotNull());
        }

        @Test
        void isEmptyForAProductThatNeverHadAny() {
            var product = product(lamp().stock(0));

            assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void writesDownTheOpeningOfEachProductOfABatch() {
            var created = products()
                    .createProducts()
                    .body(List.of(lamp().stock(3), lamp().stock(0), lamp().stock(7)))
                    .executeAs(r -> r);

            assertThat(created)
                    .extracting(product ->
                            products().listStockMovements().idPath(product.getId()).executeAs(r -> r).stream()
                                    .mapToInt(StockMovement::getDelta)
                                    .sum())
                    .containsExactly(3, 0, 7);
        }

        @Test
        void answers404ForAProductThatIsNotThere() {
            problem(answer(products().listStockMovements().idPath(999_999_999)), 404, "not-found");
        }
    }
}
