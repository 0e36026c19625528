-- The ledger of the stock: for each product, all deltas together are its stock, and each row says what it was then.
CREATE TABLE stock_movements (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  product_id BIGINT       NOT NULL,
  kind       VARCHAR(20)  NOT NULL,
  delta      INT          NOT NULL,
  stock      INT          NOT NULL,
  reason     VARCHAR(255) NULL,
  order_id   BIGINT       NULL,
  -- who did it: no foreign key, for it stays when the user is deleted
  user_id    BIGINT       NULL,
  moved_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_stock_movements_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT fk_stock_movements_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE SET NULL,
  CONSTRAINT ck_stock_movements_kind CHECK (kind IN ('opening', 'update', 'adjustment', 'order', 'cancellation')),
  CONSTRAINT ck_stock_movements_delta CHECK (delta <> 0),
  CONSTRAINT ck_stock_movements_stock CHECK (stock >= 0),
  INDEX ix_stock_movements_product_id (product_id),
  INDEX ix_stock_movements_order_id (order_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO stock_movements (product_id, kind, delta, stock, moved_at)
SELECT id, 'opening', stock, stock, UTC_TIMESTAMP(6)
FROM products
WHERE stock > 0;
