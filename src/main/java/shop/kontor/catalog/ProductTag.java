package shop.kontor.catalog;

/** The assignment of a tag to a product. */
record ProductTag(long productId, long tagId) {}
