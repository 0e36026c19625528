package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.api.ProductsApi.ListProductsOper;
import shop.kontor.client.model.Category;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductInput;
import shop.kontor.client.model.ProductSort;

/** The list of products has most of what a list can have, and so a class of its own. */
class ListProductsContractTest extends ContractTest {

    private List<Product> list(UnaryOperator<ListProductsOper> filters) {
        return follow(answer(filters.apply(products().listProducts())), Product[].class, rows -> {});
    }

    private List<Long> ids(UnaryOperator<ListProductsOper> filters) {
        return list(filters).stream().map(Product::getId).toList();
    }

    /** Products of one category that differ in all that can be sorted by, some equal. */
    private Category shelf() {
        var category = category();
        var inputs = IntStream.range(0, 12)
                .mapToObj(i -> new ProductInput()
                        .productName("Shelf " + (char) ('a' + i * 7 % 5))
                        .price(BigDecimal.valueOf(i * 5 % 4, 1))
                        .stock(i * 3 % 4)
                        .categoryId(category.getId()))
                .toList();
        answer(products().createProducts().body(inputs));
        return category;
    }

    @ParameterizedTest
    @EnumSource
    void isSortedAndCompleteOverAllPages(ProductSort sort) {
        var category = shelf();
        Comparator<Product> order = switch (sort.getValue().replace("_desc", "")) {
            case "product_name" -> Comparator.comparing(Product::getProductName);
            case "price" -> Comparator.comparing(Product::getPrice);
            case "stock" -> Comparator.comparing(Product::getStock);
            case "newest" -> Comparator.comparing(Product::getCreatedAt);
            default -> Comparator.comparing(Product::getId);
        };
        order = order.thenComparing(Product::getId);

        var rows = list(l ->
                l.categoryIdQuery(category.getId()).sortQuery(sort.getValue()).perPageQuery(5));

        assertThat(rows)
                .hasSize(12)
                .isSortedAccordingTo(sort.getValue().matches(".*_desc|newest") ? order.reversed() : order);
    }

    @Test
    void holdsEveryRowOnceWhileOthersInsertAndDelete() {
        var category = shelf();
        var before = ids(l -> l.categoryIdQuery(category.getId()));
        var doomed = before.get(11);

        var first = answer(products()
                .listProducts()
                .categoryIdQuery(category.getId())
                .sortQuery("price")
                .perPageQuery(3));
        var seen = follow(first, Product[].class, rows -> {
            if (rows.size() < 12) {
                productIn(category);
                product(lamp().price(BigDecimal.ZERO).categoryId(category.getId()));
            }
            answer(products().deleteProduct().idPath(doomed));
        });

        assertThat(seen)
                .extracting(Product::getId)
                .doesNotHaveDuplicates()
                .containsAll(before.stream().filter(id -> !id.equals(doomed)).toList());
    }

    @Test
    void answersFiftyToAPageAndAHundredAtMost() {
        answer(products()
                .createProducts()
                .body(IntStream.range(0, 120).mapToObj(i -> lamp()).toList()));

        assertThat(answer(products().listProducts()).as(Product[].class)).hasSize(50);
        assertThat(answer(products().listProducts().perPageQuery(100)).as(Product[].class))
                .hasSize(100);
        assertThat(faults(answer(products().listProducts().perPageQuery(101)))).containsExactly("per_page maximum");
    }

    @Test
    void countsWhatTheFiltersLeave() {
        var category = shelf();

        var answer = answer(products()
                .listProducts()
                .categoryIdQuery(category.getId())
                .priceMinQuery("0.1")
                .perPageQuery(2)
                .totalQuery(true));

        assertThat(answer.header("X-Total-Count")).isEqualTo("9");
    }

    @Test
    void filtersByCategoryAndByNone() {
        var category = category();
        var in = productIn(category).getId();
        var out = product(lamp()).getId();

        assertThat(ids(l -> l.categoryIdQuery(category.getId()))).containsExactly(in);
        assertThat(ids(l -> l.uncategorizedQuery(true).perPageQuery(100)))
                .contains(out)
                .doesNotContain(in);
        assertThat(ids(l -> l.categoryIdQuery(category.getId()).uncategorizedQuery(true)))
                .isEmpty();
    }

    @Test
    void filtersByAllOfTheTags() {
        var one = tag().getId();
        var two = tag().getId();
        var both = product(lamp().tagIds(List.of(one, two))).getId();
        var only = product(lamp().tagIds(List.of(one))).getId();

        assertThat(ids(l -> l.tagIdQuery(one))).containsExactly(both, only);
        assertThat(ids(l -> l.tagIdQuery(one + "," + two))).containsExactly(both);
        assertThat(ids(l -> l.tagIdQuery(one, two))).containsExactly(both);
        assertThat(list(l -> l.tagIdQuery(one + "," + two)).get(0).getTags()).hasSize(2);
    }

    @Test
    void filtersByPrice() {
        var category = shelf();

        assertThat(list(l ->
                        l.categoryIdQuery(category.getId()).priceMinQuery(0.1).priceMaxQuery("0.20")))
                .extracting(Product::getPrice)
                .hasSize(6)
                .allSatisfy(price -> assertThat(price).isBetween(new BigDecimal("0.1"), new BigDecimal("0.2")));
    }

    @Test
    void filtersByStock() {
        var category = shelf();

        assertThat(list(l -> l.categoryIdQuery(category.getId()).inStockQuery(true)))
                .hasSize(9)
                .allSatisfy(p -> assertThat(p.getStock()).isPositive());
        assertThat(list(l -> l.categoryIdQuery(category.getId()).inStockQuery(false)))
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.getStock()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"t-shirt", "T", "shi", "SHIRT", "for", "a", "cafe", "CAFÉ", "shirt t for", "40", "%E5%A4%A7"})
    void findsWordsByTheirBeginningWhateverTheirCase(String q) {
        var category = category();
        var id = product(lamp().productName("A T-Shirt for Café_No.40 (大)").categoryId(category.getId()))
                .getId();
        var text = java.net.URLDecoder.decode(q, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(ids(l -> l.categoryIdQuery(category.getId()).qQuery(text))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hirt", "shirts", "shirt blue", "%", "\\", "_", "—"})
    void findsNothingElse(String q) {
        var category = category();
        product(lamp().productName("A T-Shirt for Café_No.40 (大)").categoryId(category.getId()));

        var answer = answer(
                products().listProducts().categoryIdQuery(category.getId()).qQuery(q));

        assertThat(answer.statusCode() == 400 || answer.as(Product[].class).length == 0)
                .isTrue();
    }

    @Test
    void answers400ForASearchWithoutAWord() {
        assertThat(faults(answer(products().listProducts().qQuery("--")))).containsExactly("q pattern");
    }

    @Test
    void answers400ThatNamesEveryParameterAtFault() {
        var answer = raw().get(
                        "/api/products?per_page=0&page=2&price_min=-1&price_max=x&sort=created&in_stock=yes&tag_id=1,x,0&total=&sort=id");

        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "per_page minimum",
                        "page unknown_parameter",
                        "price_min minimum",
                        "price_max type",
                        "sort repeated_parameter",
                        "sort enum",
                        "in_stock type",
                        "tag_id type",
                        "tag_id minimum",
                        "total type");
    }

    @Test
    void answers400ForACursorOfOtherFiltersOrAnotherSort() {
        var category = shelf();
        var next = next(answer(products()
                .listProducts()
                .categoryIdQuery(category.getId())
                .sortQuery("price")
                .perPageQuery(2)));

        assertThat(raw().get(next).statusCode()).isEqualTo(200);
        assertThat(raw().get(next.replace("per_page=2", "per_page=3")).statusCode())
                .isEqualTo(200);
        for (var other : List.of(
                next.replace("sort=price", "sort=stock"),
                next.replace("&sort=price", ""),
                next.replace("category_id=" + category.getId(), "category_id=1"),
                next + "&in_stock=true",
                next.replace("cursor=", "cursor=A"))) {
            assertThat(faults(raw().get(other))).as(other).containsExactly("cursor invalid_cursor");
        }
    }
}
