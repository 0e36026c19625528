CREATE TABLE users (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  name            VARCHAR(255) NOT NULL,
  -- kept in lower case, and compared by its bytes: an accent makes another address
  email           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  password_hash   VARCHAR(255) NOT NULL,
  role            VARCHAR(20)  NOT NULL DEFAULT 'customer',
  -- tokens carry it, and are void once it has moved on
  session_version INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT ck_users_role CHECK (role IN ('customer', 'manager')),
  INDEX ix_users_role (role)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

ALTER TABLE products
  ADD COLUMN user_id BIGINT NULL,
  ADD CONSTRAINT fk_products_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  ADD INDEX ix_products_user_id (user_id);
