-- The keys of the last day, and what was answered. The first request with a key holds its row until it is answered.
CREATE TABLE idempotency_keys (
  -- who sent it; 0 is whoever a server without a secret takes for a manager
  user_id         BIGINT       NOT NULL,
  idempotency_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- of the request
  fingerprint     VARCHAR(50)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  claimed_at      DATETIME(6)  NOT NULL,
  status          INT          NULL,
  location        VARCHAR(255) NULL,
  etag            VARCHAR(255) NULL,
  body            MEDIUMTEXT   NULL,
  PRIMARY KEY (user_id, idempotency_key),
  INDEX ix_idempotency_keys_claimed_at (claimed_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
