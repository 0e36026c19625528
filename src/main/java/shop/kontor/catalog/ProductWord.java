package shop.kontor.catalog;

/** A word of a product's name, as {@link SearchWords} folds it. */
record ProductWord(long productId, String word) {}
