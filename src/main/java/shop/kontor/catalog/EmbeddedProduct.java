package shop.kontor.catalog;

import shop.kontor.api.model.ProductSummary;

/** A product in the category or under the tag that embeds it. */
class EmbeddedProduct extends ProductSummary {

    private long ownerId;

    long ownerId() {
        return ownerId;
    }
}
