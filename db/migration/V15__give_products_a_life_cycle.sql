-- Products are prepared, sold and taken off sale. Lists hold those of one status, so each index that a list is read from begins
-- with it: however many products are archived, a page of those on sale looks at none of them. The indexes without the status
-- stay, since the servers of the last release name them.
ALTER TABLE products
  ADD COLUMN status ENUM ('draft', 'active', 'archived') CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
  ADD CONSTRAINT uq_products_id_status UNIQUE (id, status),
  ADD INDEX ix_products_status (status),
  ADD INDEX ix_products_status_product_name (status, product_name),
  ADD INDEX ix_products_status_price (status, price),
  ADD INDEX ix_products_status_stock (status, stock),
  ADD INDEX ix_products_status_created_at (status, created_at),
  ADD INDEX ix_products_status_low_stock (status, low_stock),
  ADD INDEX ix_products_status_user_id (status, user_id),
  ADD INDEX ix_products_status_category_id (status, category_id),
  ADD INDEX ix_products_status_category_id_product_name (status, category_id, product_name),
  ADD INDEX ix_products_status_category_id_price (status, category_id, price),
  ADD INDEX ix_products_status_category_id_created_at (status, category_id, created_at);

-- Tags and words know the status of their product, and the database keeps it the same.
ALTER TABLE product_tags
  DROP FOREIGN KEY fk_product_tags_product,
  ADD COLUMN status ENUM ('draft', 'active', 'archived') CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
  ADD INDEX ix_product_tags_product_id_status (product_id, status),
  ADD INDEX ix_product_tags_tag_id_status (tag_id, status, product_id);

ALTER TABLE product_tags
  ADD CONSTRAINT fk_product_tags_product FOREIGN KEY (product_id, status) REFERENCES products (id, status)
    ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE product_words
  DROP FOREIGN KEY fk_product_words_product,
  ADD COLUMN status ENUM ('draft', 'active', 'archived') CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
  ADD INDEX ix_product_words_product_id_status (product_id, status),
  ADD INDEX ix_product_words_status_word (status, word);

ALTER TABLE product_words
  ADD CONSTRAINT fk_product_words_product FOREIGN KEY (product_id, status) REFERENCES products (id, status)
    ON DELETE CASCADE ON UPDATE CASCADE;

-- What was sold is not deleted.
ALTER TABLE order_items
  DROP FOREIGN KEY fk_order_items_product;

ALTER TABLE order_items
  ADD CONSTRAINT fk_order_items_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE RESTRICT;
