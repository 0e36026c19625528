package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.model.Image;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductInput;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.Tag;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.TagSummary;

/** What a product has besides its name and price: SKU, description, images, and when its stock is low. */
class ProductDetailsContractTest extends ContractTest {

    private static final String DESCRIPTION = "Warm light.\n\tFür 🛋 & \"Büro\".";

    private static Image image(String name) {
        return new Image().url("/pictures/" + name + ".svg").alt("A lamp, 💡 " + name);
    }

    private static String sku() {
        return unique("L").substring(0, 20);
    }

    private static ProductInput detailed() {
        return lamp().sku(sku())
                .description(DESCRIPTION)
                .images(List.of(image("one"), image("two")))
                .lowStockAt(3);
    }

    private Response get(long id) {
        return answer(products().getProduct().idPath(id));
    }

    private Response put(long id, String json) {
        return raw().contentType("application/json").body(json).put("/api/products/" + id);
    }

    private List<Product> list(String query) {
        var answer = raw().get("/api/products?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return List.of(answer.as(Product[].class));
    }

    private List<Product> withSku(String sku) {
        return list("sku=" + sku.replace(" ", "%20"));
    }

    @Test
    void areKeptAsTheyAreSent() {
        var input = detailed();

        var created = answer(products().createProduct().body(input));

        var product = created.as(Product.class);
        assertThat(product.getSku()).isEqualTo(input.getSku());
        assertThat(product.getDescription()).isEqualTo(DESCRIPTION);
        assertThat(product.getImages()).isEqualTo(input.getImages());
        assertThat(product.getImage()).isEqualTo(image("one"));
        assertThat(product.getLowStockAt()).isEqualTo(3);
        assertThat(get(product.getId()).asString()).isEqualTo(created.asString());
        assertThat(get(product.getId()).header("ETag")).isEqualTo(created.header("ETag"));
    }

    @Test
    void ofAListAreTheFirstImageAlone() {
        var product = product(detailed());

        var listed = withSku(product.getSku()).get(0);

        assertThat(listed.getImage()).isEqualTo(image("one"));
        assertThat(listed.getImages()).isNullOrEmpty();
        assertThat(listed.getDescription()).isNull();
        var batch = answer(products().createProducts().body(List.of(detailed(), lamp())));
        assertThat(batch.jsonPath().getList("description")).containsOnlyNulls();
        assertThat(batch.jsonPath().getList("images")).containsOnlyNulls();
        assertThat(batch.jsonPath().getList("image.url")).containsExactly("/pictures/one.svg");
    }

    @Test
    void areThereOnceHoweverManyTagsThereAre() {
        var tags = Stream.of("z \"quoted\"", "ä \\ 💡 / '", "{\"1\": 2}, [null]")
                .map(name -> tags().createTag()
                        .body(new TagInput().tagName(unique(name)))
                        .executeAs(r -> r))
                .toList();
        var ids = tags.stream().map(Tag::getId).toList();
        var backwards = List.of(ids.get(2), ids.get(0), ids.get(1));

        var product = product(detailed().tagIds(backwards));

        var listed = withSku(product.getSku()).get(0);
        assertThat(product.getImages()).hasSize(2);
        assertThat(List.of(
                        product.getTags(),
                        listed.getTags(),
                        get(product.getId()).as(Product.class).getTags()))
                .allSatisfy(some -> {
                    assertThat(some).extracting(TagSummary::getId).isEqualTo(ids);
                    assertThat(some)
                            .extracting(TagSummary::getTagName)
                            .isEqualTo(tags.stream().map(Tag::getTagName).toList());
                });
    }

    @Test
    void areAbsentIfThereAreNone() {
        var answer = get(product(lamp()).getId()).jsonPath();

        assertThat(answer.getMap(""))
                .doesNotContainKeys("sku", "description", "image", "low_stock_at")
                .containsEntry("images", List.of());
    }

    @Test
    void stayUnlessTheyAreSent() {
        var product = product(detailed());
        var before = get(product.getId()).as(Product.class);

        put(product.getId(), "{\"price\": 5, \"images\": null}");

        assertThat(get(product.getId()).as(Product.class))
                .usingRecursiveComparison()
                .ignoringFields("price", "updatedAt")
                .isEqualTo(before);
    }

    @Test
    void changeAndGo() {
        var id = product(detailed()).getId();
        var other = sku();

        put(
                id,
                "{\"sku\": \"%s\", \"description\": \"\", \"images\": [{\"url\": \"https://shop.example/a.png?b=c#d\", \"alt\": \"\"}], \"low_stock_at\": 0}"
                        .formatted(other));
        var changed = get(id).as(Product.class);
        assertThat(changed.getSku()).isEqualTo(other);
        assertThat(changed.getDescription()).isEmpty();
        assertThat(changed.getImage().getUrl()).isEqualTo("https://shop.example/a.png?b=c#d");
        assertThat(changed.getLowStockAt()).isZero();

        put(id, "{\"sku\": null, \"description\": null, \"images\": [], \"low_stock_at\": null}");
        assertThat(get(id).jsonPath().getMap(""))
                .doesNotContainKeys("sku", "description", "image", "low_stock_at")
                .containsEntry("images", List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sku\": \"NEW-%1$s\"",
                "\"description\": \"new\"",
                "\"low_stock_at\": 9",
                "\"images\": [{\"url\": \"/\", \"alt\": \"\"}]"
            })
    void moveTheTimeOfTheLastChange(String member) {
        var id = product(detailed()).getId();
        var body = "{" + member.formatted(id) + "}";

        var first = put(id, body).as(Product.class);
        var second = put(id, body).as(Product.class);

        assertThat(first.getUpdatedAt()).isAfter(first.getCreatedAt());
        assertThat(second.getUpdatedAt()).isEqualTo(first.getUpdatedAt());
    }

    @Test
    void canBeReadChangedAndPutBack() {
        var id = product(detailed()).getId();

        assertThat(put(id, get(id).asString()).statusCode()).isEqualTo(200);
        assertThat(put(id, get(id).asString().replace("/pictures/one.svg\",\"alt", "/pictures/none.svg\",\"alt"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(get(id).as(Product.class).getImages()).hasSize(2);
    }

    @Test
    void aSkuIsUniqueWhateverItsCase() {
        var product = product(detailed());
        var other = product(lamp());
        var same = product.getSku().toLowerCase();

        problem(answer(products().createProduct().body(lamp().sku(same))), 409, "duplicate");
        problem(
                answer(products().updateProduct().idPath(other.getId()).body(new ProductUpdate().sku(same))),
                409,
                "duplicate");
        assertThat(put(product.getId(), "{\"sku\": \"%s\"}".formatted(same)).statusCode())
                .isEqualTo(200);
        assertThat(withSku(same.toUpperCase())).extracting(Product::getId).containsExactly(product.getId());
    }

    @Test
    void aBatchNamesEverySkuThatIsTakenAndCreatesNothing() {
        var taken = product(detailed()).getSku();
        var twice = sku();
        var batch = List.of(
                lamp().sku(taken.toLowerCase()), lamp().sku(twice), lamp(), lamp().sku(twice.toUpperCase()), lamp());

        var answer = answer(products().createProducts().body(batch));

        assertThat(problem(answer, 409, "duplicate").getErrors())
                .extracting(error -> error.getPointer())
                .containsExactly("#/0/sku", "#/3/sku");
        assertThat(withSku(twice)).isEmpty();
    }

    @Test
    void oneOfManyAtOnceGetsASku() {
        var sku = sku();

        var statuses = Race.of(
                10,
                i -> answer(products().createProduct().body(lamp().sku(sku))).statusCode());

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    void aSkuIsFoundByItselfAndWithOtherFilters() {
        var product = product(detailed().stock(0));

        assertThat(withSku(product.getSku())).hasSize(1);
        assertThat(list("sku=" + product.getSku().replace(" ", "%20") + "&in_stock=true"))
                .isEmpty();
        assertThat(list("sku=" + product.getSku().replace(" ", "%20") + "&in_stock=false&sort=price_desc&q=lamp"))
                .hasSize(1);
        assertThat(raw().get("/api/products?total=true&sku=" + product.getSku().replace(" ", "%20"))
                        .header("X-Total-Count"))
                .isEqualTo("1");
        assertThat(list("sku=no-such-sku")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/a.png",
                "/\\\\evil.example",
                "http://shop.example/a.png",
                "https://",
                "https:///a",
                "javascript:alert(1)",
                "data:image/png;base64,AA",
                "pictures/a.png",
                " /a",
                "/a b",
                "/\\t/evil",
                "/ä.png"
            })
    void anImageIsOnHttpsOrInTheShop(String url) {
        var body =
                "{\"images\": [{\"url\": \"/a.png\", \"alt\": \"\"}, {\"url\": \"%s\", \"alt\": \"\"}]}".formatted(url);

        assertThat(faults(put(1, body))).allMatch(fault -> fault.matches("#/images/1/url (pattern|minLength)"));
    }

    @Test
    void areRefusedWithEveryFault() {
        var images = IntStream.range(0, 21)
                .mapToObj(i -> "{\"url\": \"/\", \"alt\": \"\"}")
                .toList();

        assertThat(faults(put(
                        1,
                        "{\"sku\": \" a\", \"description\": \"\\u0000\", \"low_stock_at\": -1, \"images\": " + images
                                + "}")))
                .containsExactlyInAnyOrder(
                        "#/sku pattern", "#/description pattern", "#/low_stock_at minimum", "#/images maxItems");
        assertThat(faults(put(
                        1, "{\"images\": [{\"url\": \"/\"}, {\"alt\": \"a\\nb\", \"url\": \"/\", \"src\": \"/\"}]}")))
                .containsExactlyInAnyOrder(
                        "#/images/0/alt required", "#/images/1/alt pattern", "#/images/1/src unknown_member");
    }

    @Test
    void lowStockIsWhatIsAtOrBelowItsThreshold() {
        var category = category();
        var low = product(lamp().categoryId(category.getId()).stock(3).lowStockAt(3));
        product(lamp().categoryId(category.getId()).stock(4).lowStockAt(3));
        product(lamp().categoryId(category.getId()).stock(0));
        var query = "low_stock=true&category_id=" + category.getId();

        assertThat(list(query)).extracting(Product::getId).containsExactly(low.getId());
        put(low.getId(), "{\"stock\": 4}");
        assertThat(list(query)).isEmpty();
        assertThat(list("low_stock=false&category_id=" + category.getId())).hasSize(3);
    }
}
