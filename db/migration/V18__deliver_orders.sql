-- A delivered order is a shipped one with a mark, so that servers that do not know of deliveries read it as shipped.
ALTER TABLE orders
  ADD COLUMN delivered BOOLEAN NOT NULL DEFAULT FALSE AFTER status,
  ADD COLUMN carrier VARCHAR(255) NULL AFTER delivered,
  ADD COLUMN tracking_number VARCHAR(255) NULL AFTER carrier,
  ADD COLUMN tracking_url VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER tracking_number,
  ADD CONSTRAINT ck_orders_delivered CHECK (delivered = FALSE OR status = 'shipped'),
  ADD INDEX ix_orders_status_delivered (status, delivered),
  ADD INDEX ix_orders_user_id_status_delivered (user_id, status, delivered);
