-- A user's cart is the rows with the user's id, so everybody has one from the start and nobody has two.
CREATE TABLE cart_items (
  user_id    BIGINT NOT NULL,
  product_id BIGINT NOT NULL,
  quantity   INT    NOT NULL,
  PRIMARY KEY (user_id, product_id),
  CONSTRAINT fk_cart_items_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT fk_cart_items_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT ck_cart_items_quantity CHECK (quantity BETWEEN 1 AND 999),
  INDEX ix_cart_items_product_id (product_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE orders (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  user_id    BIGINT      NULL,
  status     VARCHAR(20) NOT NULL DEFAULT 'placed',
  placed_at  DATETIME(6) NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL,
  CONSTRAINT ck_orders_status CHECK (status IN ('placed', 'paid', 'shipped', 'cancelled')),
  INDEX ix_orders_user_id (user_id),
  INDEX ix_orders_user_id_status (user_id, status),
  INDEX ix_orders_status (status)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What was bought, by the name and at the price of that moment. The total of an order is the sum of these rows and is
-- kept nowhere else, so that the two always match.
CREATE TABLE order_items (
  order_id     BIGINT         NOT NULL,
  line_number  INT            NOT NULL,
  product_id   BIGINT         NULL,
  product_name VARCHAR(255)   NOT NULL,
  price        DECIMAL(10, 2) NOT NULL,
  quantity     INT            NOT NULL,
  PRIMARY KEY (order_id, line_number),
  CONSTRAINT fk_order_items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT fk_order_items_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE SET NULL,
  CONSTRAINT ck_order_items_price CHECK (price >= 0),
  CONSTRAINT ck_order_items_quantity CHECK (quantity >= 1),
  INDEX ix_order_items_product_id (product_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
