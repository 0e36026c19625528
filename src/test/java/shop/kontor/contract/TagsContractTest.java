package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.Tag;
import shop.kontor.client.model.TagInput;

class TagsContractTest extends ContractTest {

    private Tag get(long id) {
        return tags().getTag().idPath(id).executeAs(r -> r);
    }

    private String etag(long id) {
        return answer(tags().getTag().idPath(id)).header("ETag");
    }

    private Product productWith(Tag... tags) {
        return product(lamp().tagIds(List.of(tags).stream().map(Tag::getId).toList()));
    }

    @Nested
    class ListTags {

        @Test
        void answersABareArraySortedByIdWithProducts() {
            var tag = tag();
            var product = productWith(tag);

            var all = follow(answer(tags().listTags().perPageQuery(100)), Tag[].class, rows -> {});

            assertThat(all).extracting(Tag::getId).isSorted().contains(1L, tag.getId());
            assertThat(all)
                    .filteredOn(t -> t.getId().equals(tag.getId()))
                    .singleElement()
                    .satisfies(t -> assertThat(t.getProducts())
                            .extracting(p -> p.getId())
                            .containsExactly(product.getId()));
        }

        @Test
        void goesThroughAllPages() {
            var made = IntStream.range(0, 5).mapToObj(i -> tag().getId()).toList();

            var seen = follow(answer(tags().listTags().perPageQuery(3)), Tag[].class, rows -> {});

            assertThat(seen).extracting(Tag::getId).doesNotHaveDuplicates().containsAll(made);
        }

        @Test
        void boundsTheEmbeddedProductsAndCountsAllIfAsked() {
            var tag = tag();
            var first = productWith(tag);
            productWith(tag);

            var answer = answer(tags().listTags()
                    .embedLimitQuery(1)
                    .productCountQuery(true)
                    .perPageQuery(100)
                    .totalQuery(true));
            var all = follow(answer, Tag[].class, rows -> {});

            assertThat(all)
                    .filteredOn(t -> t.getId().equals(tag.getId()))
                    .singleElement()
                    .satisfies(t -> {
                        assertThat(t.getProducts()).extracting(p -> p.getId()).containsExactly(first.getId());
                        assertThat(t.getHasMoreProducts()).isTrue();
                        assertThat(t.getProductCount()).isEqualTo(2);
                    });
            assertThat(answer.header("X-Total-Count")).isEqualTo(String.valueOf(all.size()));
        }

        @Test
        void answers400ForACursorThatWasTamperedWith() {
            tag();
            tag();
            var cursor = next(answer(tags().listTags().perPageQuery(1))).replaceFirst(".*cursor=", "");
            var tampered = cursor.substring(0, 3) + (cursor.charAt(3) == 'A' ? 'B' : 'A') + cursor.substring(4);

            assertThat(faults(answer(tags().listTags().cursorQuery(tampered))))
                    .containsExactly("cursor invalid_cursor");
            assertThat(faults(answer(tags().listTags().cursorQuery("x")))).containsExactly("cursor invalid_cursor");
        }
    }

    @Nested
    class CreateTag {

        @Test
        void answersTheWholeRowAndWhereItIs() {
            var answer = answer(tags().createTag().body(new TagInput().tagName(unique("black"))));

            assertThat(answer.statusCode()).isEqualTo(201);
            var tag = answer.as(Tag.class);
            assertThat(answer.header("Location")).isEqualTo("/api/tags/" + tag.getId());
            assertThat(answer(tags().getTag().idPath(tag.getId())).asString()).isEqualTo(answer.asString());
            assertThat(etag(tag.getId())).isEqualTo(answer.header("ETag"));
        }

        @Test
        void answers409ForANameThatIsThereWhateverItsCase() {
            var input = new TagInput().tagName(tag().getTagName().toUpperCase());

            problem(answer(tags().createTag().body(input)), 409, "duplicate");
        }

        @Test
        void letsOneOfTwoSimultaneousEqualNamesThrough() {
            var input = new TagInput().tagName(unique("Race"));

            var statuses =
                    Race.of(8, i -> answer(tags().createTag().body(input)).statusCode());

            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }

        @Test
        void keepsNamesOfAnyScript() {
            var name = unique("Größe 大 🎸");

            var tag = tags().createTag().body(new TagInput().tagName(name)).executeAs(r -> r);

            assertThat(get(tag.getId()).getTagName()).isEqualTo(name);
        }

        @Test
        void answers400ForANameThatIsTooLong() {
            assertThat(faults(answer(tags().createTag().body(new TagInput().tagName("x".repeat(256))))))
                    .containsExactly("#/tag_name maxLength");
        }
    }

    @Nested
    class GetTag {

        @Test
        void embedsAsManyProductsAsAskedFor() {
            var tag = tag();
            productWith(tag);
            productWith(tag);

            var one = tags().getTag()
                    .idPath(tag.getId())
                    .embedLimitQuery(1)
                    .productCountQuery(true)
                    .executeAs(r -> r);

            assertThat(one.getProducts()).hasSize(1);
            assertThat(one.getHasMoreProducts()).isTrue();
            assertThat(one.getProductCount()).isEqualTo(2);
        }

        @Test
        void answers304ToWhoHasItAlready() {
            var id = tag().getId();

            var answer = answer(tags().getTag().idPath(id).reqSpec(r -> r.addHeader("If-None-Match", etag(id))));

            assertThat(answer.statusCode()).isEqualTo(304);
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(tags().getTag().idPath(999_999_999)), 404, "not-found");
        }

        @Test
        void answers400ForAnIdThatIsNone() {
            assertThat(faults(answer(tags().getTag().idPath(0)))).containsExactly("id minimum");
        }
    }

    @Nested
    class UpdateTag {

        @Test
        void renamesItOnAllItsProducts() {
            var tag = tag();
            var product = productWith(tag);
            var name = unique("ebony");

            var answer = answer(tags().updateTag().idPath(tag.getId()).body(new TagInput().tagName(name)));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("ETag")).isEqualTo(etag(tag.getId()));
            assertThat(products()
                            .getProduct()
                            .idPath(product.getId())
                            .executeAs(r -> r)
                            .getTags())
                    .extracting(t -> t.getTagName())
                    .containsExactly(name);
        }

        @Test
        void answers409ForAnothersName() {
            var input = new TagInput().tagName(tag().getTagName());

            problem(answer(tags().updateTag().idPath(tag().getId()).body(input)), 409, "duplicate");
        }

        @Test
        void answers412WhenItIsStale() {
            var tag = tag();
            var stale = etag(tag.getId());
            productWith(tag);
            var input = new TagInput().tagName(unique("ebony"));

            problem(
                    answer(tags().updateTag()
                            .idPath(tag.getId())
                            .ifMatchHeader(stale)
                            .body(input)),
                    412,
                    "stale");
            assertThat(get(tag.getId()).getTagName()).isEqualTo(tag.getTagName());
        }

        @Test
        void answers404ForAnUnknownOne() {
            var input = new TagInput().tagName(unique("ebony"));
            problem(answer(tags().updateTag().idPath(999_999_999).body(input)), 404, "not-found");
        }

        @Test
        void answers400ForANameWithSpacesAtItsEnd() {
            assertThat(faults(answer(tags().updateTag().idPath(1).body(new TagInput().tagName("white ")))))
                    .containsExactly("#/tag_name pattern");
        }
    }

    @Nested
    class DeleteTag {

        @Test
        void takesItOffAllProducts() {
            var tag = tag();
            var other = tag();
            var product = productWith(tag, other);

            assertThat(answer(tags().deleteTag().idPath(tag.getId())).statusCode())
                    .isEqualTo(204);

            assertThat(products()
                            .getProduct()
                            .idPath(product.getId())
                            .executeAs(r -> r)
                            .getTags())
                    .extracting(t -> t.getId())
                    .containsExactly(other.getId());
        }

        @Test
        void answers412WhenItIsStale() {
            var tag = tag();
            var stale = etag(tag.getId());
            productWith(tag);

            problem(answer(tags().deleteTag().idPath(tag.getId()).ifMatchHeader(stale)), 412, "stale");
            assertThat(answer(tags().deleteTag().idPath(tag.getId()).ifMatchHeader(etag(tag.getId())))
                            .statusCode())
                    .isEqualTo(204);
        }

        @Test
        void answers404ForOneThatIsGone() {
            var tag = tag();
            answer(tags().deleteTag().idPath(tag.getId()));

            problem(answer(tags().deleteTag().idPath(tag.getId())), 404, "not-found");
        }

        @Test
        void answers400ForAnIfMatchThatIsNoEtag() {
            assertThat(faults(answer(tags().deleteTag().idPath(1).ifMatchHeader("5f2b8c1e"))))
                    .containsExactly("If-Match pattern");
        }
    }
}
