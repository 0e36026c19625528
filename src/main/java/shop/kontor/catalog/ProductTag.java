package shop.kontor.catalog;

import shop.kontor.api.model.ProductStatus;

/**
 * The assignment of a tag to a product.
 *
 * @param status of the product
 */
record ProductTag(long productId, long tagId, ProductStatus status) {}
