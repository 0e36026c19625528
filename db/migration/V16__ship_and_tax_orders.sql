-- How orders are shipped, and where to. `countries` is a JSON array of codes (ISO 3166-1 alpha-2), which is only read with its row.
CREATE TABLE shipping_methods (
  id         BIGINT         NOT NULL AUTO_INCREMENT,
  name       VARCHAR(255)   NOT NULL,
  price      DECIMAL(10, 2) NOT NULL,
  free_from  DECIMAL(10, 2) NULL,
  countries  VARCHAR(1300)  NOT NULL,
  active     BOOLEAN        NOT NULL DEFAULT TRUE,
  tax_rate   DECIMAL(5, 2)  NULL,
  created_at DATETIME(6)    NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
  updated_at DATETIME(6)    NOT NULL DEFAULT (UTC_TIMESTAMP(6)),
  PRIMARY KEY (id),
  CONSTRAINT ck_shipping_methods_price CHECK (price >= 0),
  CONSTRAINT ck_shipping_methods_free_from CHECK (free_from >= 0),
  CONSTRAINT ck_shipping_methods_countries CHECK (JSON_VALID(countries)),
  CONSTRAINT ck_shipping_methods_tax_rate CHECK (tax_rate BETWEEN 0 AND 100)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A copy of what was agreed; all of it is null for orders from before, and for orders that nobody ships.
-- `ship_to_lines` is a JSON array. The total of an order is the sum of its items and `shipping_price`.
ALTER TABLE orders
  ADD COLUMN shipping_method_id   BIGINT         NULL,
  ADD COLUMN shipping_method_name VARCHAR(255)   NULL,
  ADD COLUMN shipping_price       DECIMAL(10, 2) NULL,
  ADD COLUMN shipping_tax_rate    DECIMAL(5, 2)  NULL,
  ADD COLUMN ship_to_name         VARCHAR(100)   NULL,
  ADD COLUMN ship_to_lines        VARCHAR(820)   NULL,
  ADD COLUMN ship_to_postal_code  VARCHAR(20)    NULL,
  ADD COLUMN ship_to_city         VARCHAR(100)   NULL,
  ADD COLUMN ship_to_region       VARCHAR(100)   NULL,
  ADD COLUMN ship_to_country      CHAR(2)        NULL,
  ADD COLUMN email                VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ADD COLUMN phone                VARCHAR(50)    NULL,
  ADD CONSTRAINT fk_orders_shipping_method FOREIGN KEY (shipping_method_id) REFERENCES shipping_methods (id) ON DELETE RESTRICT,
  ADD CONSTRAINT ck_orders_shipping_price CHECK (shipping_price >= 0),
  ADD INDEX ix_orders_shipping_method_id (shipping_method_id);

-- Percent of tax that prices include. Null is the shop's standard for a product, and unknown for an item from before.
ALTER TABLE products
  ADD COLUMN tax_rate DECIMAL(5, 2) NULL,
  ADD CONSTRAINT ck_products_tax_rate CHECK (tax_rate BETWEEN 0 AND 100);

ALTER TABLE order_items
  ADD COLUMN tax_rate DECIMAL(5, 2) NULL;
