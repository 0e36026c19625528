package shop.kontor.catalog;

import java.util.Set;
import org.springframework.stereotype.Component;
import shop.kontor.contract.References;

/** Finds existing categories and tags for {@code x-references}. */
@Component
class CatalogReferences implements References {

    private final CategoryMapper categories;
    private final TagMapper tags;

    CatalogReferences(CategoryMapper categories, TagMapper tags) {
        this.categories = categories;
        this.tags = tags;
    }

    @Override
    public Set<String> relations() {
        return Set.of("categories", "tags");
    }

    @Override
    public Set<Long> existing(String relation, Set<Long> ids) {
        return relation.equals("tags") ? tags.listExisting(ids) : categories.listExisting(ids);
    }
}
