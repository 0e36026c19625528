-- What a product is besides its name: its SKU, a text, images, and when its stock counts as low. The images are a list that
-- belongs to the row and is only read with it, in JSON: [{"url": …, "alt": …}, …], the most important one first. Lists carry
-- the first in columns of its own, since neither database sorts rows that have a text in memory. They are not generated:
-- MariaDB would read the JSON again whenever the stock changes.
ALTER TABLE products
  ADD COLUMN sku          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  ADD COLUMN description  TEXT NULL,
  ADD COLUMN images       MEDIUMTEXT NULL,
  ADD COLUMN image_url    VARCHAR(2000) CHARACTER SET ascii NULL,
  ADD COLUMN image_alt    VARCHAR(255) NULL,
  ADD COLUMN low_stock_at INT NULL,
  ADD COLUMN low_stock    BOOLEAN GENERATED ALWAYS AS (stock <= low_stock_at) STORED,
  ADD CONSTRAINT uq_products_sku UNIQUE (sku),
  ADD CONSTRAINT ck_products_low_stock_at CHECK (low_stock_at >= 0),
  ADD INDEX ix_products_low_stock (low_stock);
