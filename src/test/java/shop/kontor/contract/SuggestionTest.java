package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("product_name", "price", "stock", "category_id", "tagIds");

    @ParameterizedTest
    @CsvSource({
        "stok, stock",
        "tag_ids, tagIds",
        "tagids, tagIds",
        "productName, product_name",
        "prize, price",
        "CategoryId, category_id",
        "catgory_id, category_id"
    })
    void namesWhatWasProbablyMeant(String name, String meant) {
        assertThat(Suggestion.of(name, KNOWN)).contains(meant);
        KNOWN.stream()
                .filter(other -> !other.equals(meant))
                .forEach(other -> assertThat(Suggestion.of(name, KNOWN)).doesNotContain(other));
    }

    @Test
    void namesAllThereAreWhenItCanNotTell() {
        assertThat(Suggestion.of("colour", KNOWN)).contains(KNOWN);
        assertThat(Suggestion.of("x".repeat(1_000_000), KNOWN)).contains(KNOWN);
    }
}
