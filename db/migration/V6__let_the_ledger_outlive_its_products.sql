-- The ledger keeps what happened to a product that is deleted, under the id and the name that it had, and ends with a
-- line that takes what was left.
ALTER TABLE stock_movements
  DROP FOREIGN KEY fk_stock_movements_product,
  DROP CONSTRAINT ck_stock_movements_kind,
  ADD CONSTRAINT ck_stock_movements_kind
    CHECK (kind IN ('opening', 'update', 'adjustment', 'order', 'cancellation', 'deletion')),
  ADD COLUMN product_name VARCHAR(255) NULL AFTER product_id;

UPDATE stock_movements m
JOIN products p ON p.id = m.product_id
SET m.product_name = p.product_name;

ALTER TABLE stock_movements
  MODIFY COLUMN product_name VARCHAR(255) NOT NULL;
