package shop.kontor.catalog;

import shop.kontor.api.model.ProductSummary;

/** A product with the id of the category or tag that embeds it. */
class EmbeddedProduct extends ProductSummary {

    private long ownerId;

    long ownerId() {
        return ownerId;
    }
}
