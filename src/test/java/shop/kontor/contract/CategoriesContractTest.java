package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Category;
import shop.kontor.client.model.CategoryInput;
import shop.kontor.client.model.ProductUpdate;

/** Categories and the products that they embed; deletions have a class of their own. */
class CategoriesContractTest extends ContractTest {

    private Category get(long id) {
        return categories().getCategory().idPath(id).executeAs(r -> r);
    }

    private String etag(long id) {
        return answer(categories().getCategory().idPath(id)).header("ETag");
    }

    @Nested
    class ListCategories {

        @Test
        void answersABareArraySortedByIdWithProducts() {
            var category = category();
            var product = productIn(category);

            var all = follow(answer(categories().listCategories().perPageQuery(100)), Category[].class, rows -> {});

            assertThat(all).extracting(Category::getId).isSorted().contains(1L, category.getId());
            assertThat(all)
                    .filteredOn(c -> c.getId().equals(category.getId()))
                    .singleElement()
                    .satisfies(c -> assertThat(c.getProducts()).singleElement().satisfies(p -> {
                        assertThat(p.getId()).isEqualTo(product.getId());
                        assertThat(p.getCategoryId()).isEqualTo(category.getId());
                    }));
        }

        @Test
        void holdsEveryRowOnceWhileOthersInsertAndDelete() {
            var before = IntStream.range(0, 6).mapToObj(i -> category().getId()).toList();
            var doomed = category().getId();

            var seen = follow(answer(categories().listCategories().perPageQuery(2)), Category[].class, rows -> {
                if (rows.size() == 2) {
                    answer(categories().deleteCategory().idPath(doomed));
                }
                if (rows.size() < 8) {
                    category();
                }
            });

            assertThat(seen).extracting(Category::getId).doesNotHaveDuplicates().containsAll(before);
        }

        @Test
        void countsAllRowsIfAsked() {
            var answer = answer(categories().listCategories().perPageQuery(1).totalQuery(true));

            var rows = database.queryForObject("SELECT COUNT(*) FROM categories", Long.class);
            assertThat(answer.header("X-Total-Count")).isEqualTo(String.valueOf(rows));
            assertThat(answer(categories().listCategories()).header("X-Total-Count"))
                    .isNull();
        }

        @Test
        void boundsTheEmbeddedProducts() {
            var category = category();
            var first = productIn(category);
            productIn(category);

            var all = follow(
                    answer(categories()
                            .listCategories()
                            .embedLimitQuery(1)
                            .productCountQuery(true)
                            .perPageQuery(100)),
                    Category[].class,
                    rows -> {});

            assertThat(all)
                    .filteredOn(c -> c.getId().equals(category.getId()))
                    .singleElement()
                    .satisfies(c -> {
                        assertThat(c.getProducts()).extracting(p -> p.getId()).containsExactly(first.getId());
                        assertThat(c.getHasMoreProducts()).isTrue();
                        assertThat(c.getProductCount()).isEqualTo(2);
                    });
        }

        @Test
        void answers400ForACursorOfAnotherList() {
            category();
            category();
            var cursor =
                    next(answer(categories().listCategories().perPageQuery(1))).replaceFirst(".*cursor=", "");

            assertThat(faults(answer(tags().listTags().cursorQuery(cursor)))).containsExactly("cursor invalid_cursor");
        }
    }

    @Nested
    class CreateCategory {

        @Test
        void answersTheWholeRowAndWhereItIs() {
            var name = unique("Jackets");

            var answer = answer(categories().createCategory().body(new CategoryInput().categoryName(name)));

            assertThat(answer.statusCode()).isEqualTo(201);
            var category = answer.as(Category.class);
            assertThat(category.getCategoryName()).isEqualTo(name);
            assertThat(answer.header("Location")).isEqualTo("/api/categories/" + category.getId());
            var read = answer(categories().getCategory().idPath(category.getId()));
            assertThat(read.asString()).isEqualTo(answer.asString());
            assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
        }

        @Test
        void answers409ForANameThatIsThereWhateverItsCase() {
            var name = category().getCategoryName();

            var answer =
                    answer(categories().createCategory().body(new CategoryInput().categoryName(name.toUpperCase())));

            assertThat(problem(answer, 409, "duplicate").getErrors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.getPointer()).isEqualTo("#/category_name"));
        }

        @Test
        void letsOneOfTwoSimultaneousEqualNamesThrough() {
            var name = unique("Race");

            var statuses = Race.of(
                    8,
                    i -> answer(categories()
                                    .createCategory()
                                    .body(new CategoryInput().categoryName(i % 2 == 0 ? name : name.toUpperCase())))
                            .statusCode());

            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }

        @Test
        void answers400ForAnEmptyName() {
            assertThat(faults(answer(categories().createCategory().body(new CategoryInput().categoryName("")))))
                    .contains("#/category_name minLength");
        }
    }

    @Nested
    class GetCategory {

        @Test
        void answersTheSeedsShirtsWithItsProducts() {
            var category = get(1);

            assertThat(category.getId()).isEqualTo(1);
            assertThat(category.getHasMoreProducts()).isFalse();
        }

        @Test
        void answers304ToWhoHasItAlready() {
            var id = category().getId();

            var answer =
                    answer(categories().getCategory().idPath(id).reqSpec(r -> r.addHeader("If-None-Match", etag(id))));

            assertThat(answer.statusCode()).isEqualTo(304);
        }

        @Test
        void changesItsTagWithAProductOfIt() {
            var category = category();
            var product = productIn(category);
            var before = etag(category.getId());

            answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().stock(77)));

            assertThat(etag(category.getId())).isNotEqualTo(before);
        }

        @Test
        void embedsNoneIfAskedForNone() {
            var category = category();
            productIn(category);

            var bare = categories()
                    .getCategory()
                    .idPath(category.getId())
                    .embedLimitQuery(0)
                    .productCountQuery(true)
                    .executeAs(r -> r);

            assertThat(bare.getProducts()).isEmpty();
            assertThat(bare.getHasMoreProducts()).isTrue();
            assertThat(bare.getProductCount()).isEqualTo(1);
        }

        @Test
        void answers404ForAnUnknownOne() {
            assertThat(problem(answer(categories().getCategory().idPath(999_999_999)), 404, "not-found")
                            .getDetail())
                    .contains("999999999");
        }

        @Test
        void answers400ForAnIdThatIsNone() {
            assertThat(faults(answer(categories().getCategory().idPath("abc")))).containsExactly("id type");
        }
    }

    @Nested
    class UpdateCategory {

        @Test
        void renamesIt() {
            var category = category();
            var product = productIn(category);
            var name = unique("Coats");

            var answer = answer(categories()
                    .updateCategory()
                    .idPath(category.getId())
                    .body(new CategoryInput().categoryName(name)));

            assertThat(answer.statusCode()).isEqualTo(200);
            var updated = answer.as(Category.class);
            assertThat(updated.getCategoryName()).isEqualTo(name);
            assertThat(updated.getProducts()).extracting(p -> p.getId()).containsExactly(product.getId());
            assertThat(answer.header("ETag")).isEqualTo(etag(category.getId()));
        }

        @Test
        void mayChangeTheCaseOfItsOwnName() {
            var category = category();
            var upper = category.getCategoryName().toUpperCase();

            assertThat(answer(categories()
                                    .updateCategory()
                                    .idPath(category.getId())
                                    .body(new CategoryInput().categoryName(upper)))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void answers409ForAnothersName() {
            var input = new CategoryInput().categoryName(category().getCategoryName());

            problem(
                    answer(categories()
                            .updateCategory()
                            .idPath(category().getId())
                            .body(input)),
                    409,
                    "duplicate");
        }

        @Test
        void answers412WhenItIsStale() {
            var category = category();
            var stale = etag(category.getId());
            productIn(category);
            var input = new CategoryInput().categoryName(unique("Coats"));

            problem(
                    answer(categories()
                            .updateCategory()
                            .idPath(category.getId())
                            .ifMatchHeader(stale)
                            .body(input)),
                    412,
                    "stale");
            assertThat(get(category.getId()).getCategoryName()).isEqualTo(category.getCategoryName());
            assertThat(answer(categories()
                                    .updateCategory()
                                    .idPath(category.getId())
                                    .ifMatchHeader(etag(category.getId()))
                                    .body(input))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void takesTheTagOfAnyViewOfIt() {
            var category = category();
            productIn(category);
            productIn(category);
            var bare = answer(categories()
                            .getCategory()
                            .idPath(category.getId())
                            .embedLimitQuery(1)
                            .productCountQuery(true))
                    .header("ETag");
            var input = new CategoryInput().categoryName(unique("Coats"));

            assertThat(answer(categories()
                                    .updateCategory()
                                    .idPath(category.getId())
                                    .ifMatchHeader(bare)
                                    .body(input))
                            .statusCode())
                    .isEqualTo(200);
            problem(
                    answer(categories()
                            .updateCategory()
                            .idPath(category.getId())
                            .ifMatchHeader(bare)
                            .body(input)),
                    412,
                    "stale");
        }

        @Test
        void answers404ForAnUnknownOne() {
            var input = new CategoryInput().categoryName(unique("Coats"));
            problem(answer(categories().updateCategory().idPath(999_999_999).body(input)), 404, "not-found");
        }

        @Test
        void answers400ForNoName() {
            assertThat(faults(answer(categories().updateCategory().idPath(1).body(new CategoryInput()))))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("#/category_name");
        }
    }
}
