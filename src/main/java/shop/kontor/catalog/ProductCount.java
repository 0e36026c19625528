package shop.kontor.catalog;

/** The number of products of a category or tag. */
record ProductCount(long ownerId, long count) {}
