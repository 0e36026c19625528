package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Category;
import shop.kontor.client.model.OnDelete;
import shop.kontor.client.model.Product;

/** Deletions of a category, and what becomes of its products. */
class DeleteCategoryContractTest extends ContractTest {

    private Category get(long id) {
        return categories().getCategory().idPath(id).executeAs(r -> r);
    }

    private String etag(long id) {
        return answer(categories().getCategory().idPath(id)).header("ETag");
    }

    @Nested
    class DeleteCategory {

        private Response delete(Category category, OnDelete policy) {
            var operation = categories().deleteCategory().idPath(category.getId());
            return answer(policy == null ? operation : operation.onDeleteQuery(policy.getValue()));
        }

        private Product read(Product product) {
            return products().getProduct().idPath(product.getId()).executeAs(r -> r);
        }

        @Test
        void leavesItsProductsWithoutACategory() {
            var category = category();
            var product = productIn(category);

            assertThat(delete(category, null).statusCode()).isEqualTo(204);

            assertThat(read(product).getCategoryId()).isNull();
            assertThat(read(product).getCategory()).isNull();
            problem(answer(categories().getCategory().idPath(category.getId())), 404, "not-found");
        }

        @Test
        void answers409WithWhatBlocksItIfAskedToRestrict() {
            var category = category();
            var ids = IntStream.range(0, 12)
                    .mapToObj(i -> productIn(category).getId())
                    .toList();

            var blockers =
                    problem(delete(category, OnDelete.RESTRICT), 409, "in-use").getBlockers();

            assertThat(blockers).singleElement().satisfies(blocker -> {
                assertThat(blocker.getRelation()).isEqualTo("products");
                assertThat(blocker.getCount()).isEqualTo(12);
                assertThat(blocker.getIds()).isEqualTo(ids.subList(0, 10));
            });
            assertThat(get(category.getId())).isNotNull();
        }

        @Test
        void deletesAnEmptyOneThoughAskedToRestrict() {
            assertThat(delete(category(), OnDelete.RESTRICT).statusCode()).isEqualTo(204);
        }

        @Test
        void deletesItsProductsTooIfAskedTo() {
            var category = category();
            var product = productIn(category);
            var other = productIn(category());

            assertThat(delete(category, OnDelete.CASCADE).statusCode()).isEqualTo(204);

            problem(answer(products().getProduct().idPath(product.getId())), 404, "not-found");
            assertThat(read(other).getId()).isEqualTo(other.getId());
        }

        @Test
        void leavesNoProductBehindThatWasFiledMeanwhile() {
            var category = category();

            Race.of(
                    12,
                    i -> i == 6
                            ? delete(category, OnDelete.CASCADE).statusCode()
                            : answer(products().createProduct().body(lamp().categoryId(category.getId())))
                                    .statusCode());

            assertThat(database.queryForObject(
                            "SELECT COUNT(*) FROM products WHERE category_id = ?", Long.class, category.getId()))
                    .isZero();
        }

        @Test
        void answers412WhenItIsStale() {
            var category = category();
            var stale = etag(category.getId());
            productIn(category);

            problem(
                    answer(categories()
                            .deleteCategory()
                            .idPath(category.getId())
                            .ifMatchHeader(stale)),
                    412,
                    "stale");
            assertThat(get(category.getId())).isNotNull();
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(categories().deleteCategory().idPath(999_999_999)), 404, "not-found");
        }

        @Test
        void answers400ForAPolicyThatIsNone() {
            assertThat(faults(answer(categories().deleteCategory().idPath(1).onDeleteQuery("SET_NULL"))))
                    .containsExactly("on_delete enum");
        }
    }
}
