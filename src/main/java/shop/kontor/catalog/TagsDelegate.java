package shop.kontor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.TagsApi;
import shop.kontor.api.TagsApiDelegate;
import shop.kontor.api.model.Tag;
import shop.kontor.api.model.TagInput;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.BatchTime;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.web.EntityTags;
import shop.kontor.web.ListById;
import shop.kontor.web.Pages;

/** Implements the operations on tags. */
@Component
class TagsDelegate implements TagsApiDelegate {

    private final TagMapper tags;
    private final BatchTime batchTime;
    private final EntityTags entityTags;

    TagsDelegate(TagMapper tags, BatchTime batchTime, EntityTags entityTags) {
        this.tags = tags;
        this.batchTime = batchTime;
        this.entityTags = entityTags;
    }

    @Override
    public ResponseEntity<List<Tag>> listTags(
            CurrentUser caller,
            @Nullable String cursor,
            Integer perPage,
            Boolean total,
            Integer embedLimit,
            Boolean productCount) {
        var page = new ListById<>(tags::list, Tag::getId, tags::count).page(cursor, perPage, total);
        fill(Pages.rows(page), new EmbeddedProducts(embedLimit, productCount));
        return page;
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Tag> createTag(CurrentUser caller, TagInput input) {
        var fresh = new Tag().tagName(input.getTagName());
        tags.insert(fresh);
        var tag = find(fresh.getId()).products(List.of()).hasMoreProducts(false);
        return ResponseEntity.created(new UriTemplate(TagsApi.PATH_GET_TAG).expand(tag.getId()))
                .eTag(entityTag(tag, EmbeddedProducts.DEFAULT))
                .body(tag);
    }

    @Override
    public ResponseEntity<Tag> getTag(CurrentUser caller, Long id, Integer embedLimit, Boolean productCount) {
        var embedding = new EmbeddedProducts(embedLimit, productCount);
        var tag = fill(find(id), embedding);
        return ResponseEntity.ok().eTag(entityTag(tag, embedding)).body(tag);
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Tag> updateTag(
            CurrentUser caller, Long id, TagInput input, @Nullable String ifMatch, ReadBack readBack) {
        var before = lock(id, ifMatch);
        readBack.requireUnchanged(() -> fill(before, EmbeddedProducts.of(readBack)));
        if (!before.getTagName().equals(input.getTagName())) {
            tags.update(before.tagName(input.getTagName()));
        }
        var tag = fill(find(id), EmbeddedProducts.DEFAULT);
        return ResponseEntity.ok()
                .eTag(entityTag(tag, EmbeddedProducts.DEFAULT))
                .body(tag);
    }

    @Override
    @RetryingTransaction
    public ResponseEntity<Void> deleteTag(CurrentUser caller, Long id, @Nullable String ifMatch) {
        batchTime.extend(); // for its products
        lock(id, ifMatch);
        tags.delete(id);
        return ResponseEntity.noContent().build();
    }

    private Tag find(long id) {
        return tags.find(id).orElseThrow(() -> new NotFound("tag", id));
    }

    /** Locks the tag: no other transaction assigns, renames or deletes it before this one ends. */
    private Tag lock(long id, @Nullable String ifMatch) {
        var tag = tags.lock(id).orElseThrow(() -> new NotFound("tag", id));
        entityTags.require(
                ifMatch,
                (String sent) -> EmbeddedProducts.of(sent),
                embedding -> entityTag(fill(tag, embedding), embedding));
        return tag;
    }

    private Tag fill(Tag tag, EmbeddedProducts embedding) {
        return fill(List.of(tag), embedding).get(0);
    }

    private List<Tag> fill(List<Tag> page, EmbeddedProducts embedding) {
        return embedding.fill(
                page,
                Tag::getId,
                tags,
                (tag, embedded) -> tag.products(embedded.products())
                        .hasMoreProducts(embedded.hasMore())
                        .productCount(embedded.count()));
    }

    private String entityTag(Tag tag, EmbeddedProducts embedding) {
        return entityTags.of(embedding.view(), tag);
    }
}
