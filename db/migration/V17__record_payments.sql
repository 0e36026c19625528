-- The money that came in for an order: each entry once and for good. References are compared by their bytes.
CREATE TABLE payments (
  id         BIGINT          NOT NULL AUTO_INCREMENT,
  order_id   BIGINT          NOT NULL,
  amount     DECIMAL(15, 2)  NOT NULL,
  kind       VARCHAR(20)     NOT NULL,
  reference  VARBINARY(1020) NULL,
  created_at DATETIME(6)     NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
  PRIMARY KEY (id),
  CONSTRAINT uq_payments_reference UNIQUE (reference),
  CONSTRAINT fk_payments_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
  CONSTRAINT ck_payments_amount CHECK (amount > 0),
  CONSTRAINT ck_payments_kind CHECK (kind IN ('transfer', 'card', 'cash', 'other')),
  CONSTRAINT ck_payments_reference CHECK (kind <> 'cash' OR reference IS NULL),
  INDEX ix_payments_order_id_created_at (order_id, created_at),
  INDEX ix_payments_created_at (created_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The money that went back.
CREATE TABLE refunds (
  id         BIGINT          NOT NULL AUTO_INCREMENT,
  order_id   BIGINT          NOT NULL,
  amount     DECIMAL(15, 2)  NOT NULL,
  kind       VARCHAR(20)     NOT NULL,
  reference  VARBINARY(1020) NULL,
  created_at DATETIME(6)     NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
  PRIMARY KEY (id),
  CONSTRAINT uq_refunds_reference UNIQUE (reference),
  CONSTRAINT fk_refunds_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT,
  CONSTRAINT ck_refunds_amount CHECK (amount > 0),
  CONSTRAINT ck_refunds_kind CHECK (kind IN ('transfer', 'card', 'cash', 'other')),
  CONSTRAINT ck_refunds_reference CHECK (kind <> 'cash' OR reference IS NULL),
  INDEX ix_refunds_order_id (order_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What a refund is for.
CREATE TABLE refund_items (
  refund_id   BIGINT  NOT NULL,
  order_id    BIGINT  NOT NULL,
  line_number INT     NOT NULL,
  quantity    INT     NOT NULL,
  restock     BOOLEAN NOT NULL,
  PRIMARY KEY (refund_id, line_number),
  CONSTRAINT fk_refund_items_refund FOREIGN KEY (refund_id) REFERENCES refunds (id) ON DELETE RESTRICT,
  CONSTRAINT fk_refund_items_order FOREIGN KEY (order_id, line_number)
    REFERENCES order_items (order_id, line_number) ON DELETE RESTRICT,
  CONSTRAINT ck_refund_items_quantity CHECK (quantity >= 1),
  INDEX ix_refund_items_order_id_line_number (order_id, line_number)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- The sums of the entries, so that the database itself refuses a refund of more than came in.
ALTER TABLE orders
  ADD COLUMN captured DECIMAL(16, 2) NOT NULL DEFAULT 0,
  ADD COLUMN refunded DECIMAL(16, 2) NOT NULL DEFAULT 0,
  -- in cents, what a number of JavaScript holds exactly
  ADD CONSTRAINT ck_orders_captured CHECK (captured <= 90071992547409.91),
  ADD CONSTRAINT ck_orders_refunded CHECK (refunded BETWEEN 0 AND captured);

-- How many of a line have returned to stock: all of a cancelled order.
ALTER TABLE order_items
  ADD COLUMN restocked INT NOT NULL DEFAULT 0,
  ADD CONSTRAINT ck_order_items_restocked CHECK (restocked BETWEEN 0 AND quantity);

UPDATE order_items i
JOIN orders o ON o.id = i.order_id
SET i.restocked = i.quantity
WHERE o.status = 'cancelled';

-- Orders that are paid or shipped were paid in a way that nobody recorded.
INSERT INTO payments (order_id, amount, kind)
SELECT o.id, SUM(i.price * i.quantity), 'other'
FROM orders o
JOIN order_items i ON i.order_id = o.id
WHERE o.status IN ('paid', 'shipped')
GROUP BY o.id
HAVING SUM(i.price * i.quantity) > 0;

UPDATE orders o
JOIN payments p ON p.order_id = o.id
SET o.captured = p.amount;
