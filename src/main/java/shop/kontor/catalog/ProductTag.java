package shop.kontor.catalog;

/** A tag on a product. */
record ProductTag(long productId, long tagId) {}
