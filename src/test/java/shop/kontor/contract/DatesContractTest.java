package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.CategoryInput;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.UserUpdate;

/** When rows were made and changed. */
class DatesContractTest extends ContractTest {

    @Test
    void aNewRowWasChangedWhenItWasMade() {
        var before = now().minusMinutes(1);

        var product = product(lamp());
        assertThat(product.getCreatedAt()).isAfter(before).isBefore(now().plusMinutes(1));
        assertThat(product.getUpdatedAt()).isEqualTo(product.getCreatedAt());
        assertThat(category().getUpdatedAt()).isAfter(before);
        assertThat(tag().getUpdatedAt()).isAfter(before);
        assertThat(customer().getUpdatedAt()).isAfter(before);
    }

    @Test
    void aProductMovesWithWhatItsPutChanges() {
        var product = product(lamp().addTagIdsItem(tag().getId()));
        var tagId = product.getTags().get(0).getId();
        var updates = List.of(
                new ProductUpdate().productName(unique("Other")),
                new ProductUpdate().price(new BigDecimal("5")),
                new ProductUpdate().categoryId(category().getId()),
                new ProductUpdate().userId(newcomer().getId()),
                new ProductUpdate().tagIds(List.of(tagId, tag().getId())),
                new ProductUpdate().tagIds(List.of()));

        for (var update : updates) {
            var before = get(product);
            update(product, update);
            var after = get(product);
            assertThat(after.getUpdatedAt()).as(update.toString()).isAfter(before.getUpdatedAt());
            assertThat(after.getCreatedAt()).isEqualTo(before.getCreatedAt());
        }
    }

    @Test
    void aProductDoesNotMoveWithItsStockNorWithWhatStaysAsItIs() {
        var tagId = tag().getId();
        var product = product(lamp().addTagIdsItem(tagId));
        var same = new ProductUpdate()
                .productName(product.getProductName())
                .price(product.getPrice())
                .tagIds(List.of(tagId, tagId));

        update(product, new ProductUpdate().stock(3));
        update(product, same);
        answer(products()
                .adjustStock()
                .idPath(product.getId())
                .body(new StockAdjustment().delta(5).reason("Delivery")));

        assertThat(get(product).getStock()).isEqualTo(8);
        assertThat(get(product).getUpdatedAt()).isEqualTo(product.getUpdatedAt());
    }

    @Test
    void categoriesAndTagsMoveWithTheirNames() {
        var category = category();
        var name = unique("Coats");
        moves(
                category.getUpdatedAt(),
                () -> categories()
                        .updateCategory()
                        .idPath(category.getId())
                        .body(new CategoryInput().categoryName(name))
                        .executeAs(r -> r)
                        .getUpdatedAt());
        var tag = tag();
        var grey = unique("grey");
        moves(
                tag.getUpdatedAt(),
                () -> tags().updateTag()
                        .idPath(tag.getId())
                        .body(new TagInput().tagName(grey))
                        .executeAs(r -> r)
                        .getUpdatedAt());
    }

    @Test
    void usersMoveWithWhatTheirPutChanges() {
        var user = customer();

        moves(
                user.getUpdatedAt(),
                () -> users().updateUser()
                        .userIdPath(user.getId())
                        .body(new UserUpdate().name("Lovelace"))
                        .executeAs(r -> r)
                        .getUpdatedAt());
    }

    @Test
    void theNewestProductsComeFirstPageByPage() {
        var seller = newcomer().getId();
        var oldestFirst = Stream.generate(() -> product(lamp().userId(seller)).getId())
                .limit(5)
                .toList();

        var newestFirst = follow(
                        raw().get("/api/products?sort=newest&per_page=2&user_id=" + seller),
                        Product[].class,
                        rows -> {})
                .stream()
                .map(Product::getId)
                .toList();

        assertThat(newestFirst)
                .containsExactlyElementsOf(
                        oldestFirst.stream().sorted(Comparator.reverseOrder()).toList());
        assertThat(raw().get("/api/products?sort=newest&per_page=1").as(Product[].class))
                .extracting(Product::getId)
                .containsExactly(newestFirst.get(0));
    }

    @Test
    void aProductShowsWhoOffersIt() {
        var user = newcomer();

        var product = get(product(lamp().userId(user.getId())));

        assertThat(product.getUser().getId()).isEqualTo(user.getId());
        assertThat(product.getUser().getName()).isEqualTo(user.getName());
        assertThat(get(product(lamp().userId(null))).getUser()).isNull();
    }

    /** The first call changes something, the second nothing. */
    private static void moves(OffsetDateTime before, Supplier<OffsetDateTime> update) {
        var after = update.get();
        assertThat(after).isAfter(before);
        assertThat(update.get()).isEqualTo(after);
    }

    private Product get(Product product) {
        return products().getProduct().idPath(product.getId()).executeAs(r -> r);
    }

    private void update(Product product, ProductUpdate update) {
        var answer = answer(products().updateProduct().idPath(product.getId()).body(update));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now();
    }
}
