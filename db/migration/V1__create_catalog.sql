CREATE TABLE categories (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  category_name VARCHAR(255) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_categories_category_name UNIQUE (category_name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE products (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  product_name VARCHAR(255)   NOT NULL,
  price        DECIMAL(10, 2) NOT NULL,
  stock        INT            NOT NULL DEFAULT 10,
  category_id  BIGINT         NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_products_category FOREIGN KEY (category_id) REFERENCES categories (id) ON DELETE SET NULL,
  CONSTRAINT ck_products_price CHECK (price >= 0),
  CONSTRAINT ck_products_stock CHECK (stock >= 0),
  -- InnoDB ends every index with the primary key, so each of these is in the order of a sort and its id.
  INDEX ix_products_product_name (product_name),
  INDEX ix_products_price (price),
  INDEX ix_products_stock (stock),
  INDEX ix_products_category_id (category_id),
  INDEX ix_products_category_id_price (category_id, price)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE tags (
  id       BIGINT       NOT NULL AUTO_INCREMENT,
  tag_name VARCHAR(255) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT uq_tags_tag_name UNIQUE (tag_name)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE product_tags (
  product_id BIGINT NOT NULL,
  tag_id     BIGINT NOT NULL,
  PRIMARY KEY (product_id, tag_id),
  CONSTRAINT fk_product_tags_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT fk_product_tags_tag FOREIGN KEY (tag_id) REFERENCES tags (id) ON DELETE CASCADE,
  INDEX ix_product_tags_tag_id (tag_id, product_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What `q` searches: each word of a product's name as shop.kontor.catalog.Words folds it, so compared by its bytes.
CREATE TABLE product_words (
  product_id BIGINT       NOT NULL,
  word       VARCHAR(100) NOT NULL,
  PRIMARY KEY (product_id, word),
  CONSTRAINT fk_product_words_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  INDEX ix_product_words_word (word, product_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
