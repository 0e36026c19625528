-- A category's products in the order of a list, so that a page of it reads no others.
ALTER TABLE products
  ADD INDEX ix_products_category_id_product_name (category_id, product_name),
  ADD INDEX ix_products_category_id_created_at (category_id, created_at);
