-- A tag on a product is a row with an id of its own, as in the data model that the shop began with.
ALTER TABLE product_tags
  ADD CONSTRAINT uq_product_tags_product_id_tag_id UNIQUE (product_id, tag_id),
  DROP PRIMARY KEY,
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST;
