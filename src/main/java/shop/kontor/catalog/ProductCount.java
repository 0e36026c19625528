package shop.kontor.catalog;

/** How many products a category or a tag has. */
record ProductCount(long ownerId, long count) {}
