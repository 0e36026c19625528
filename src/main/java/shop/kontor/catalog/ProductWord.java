package shop.kontor.catalog;

import shop.kontor.api.model.ProductStatus;

/**
 * A word of a product's name, as {@link SearchWords} folds it.
 *
 * @param status of the product
 */
record ProductWord(long productId, String word, ProductStatus status) {}
