-- How often something that is limited was tried in the 15 minutes after the first try. Later the row counts for nothing.
CREATE TABLE attempts (
  kind    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- an account, a network, or an account on a network that it is known to use
  subject VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counted INT         NOT NULL,
  ends_at DATETIME(6) NOT NULL,
  PRIMARY KEY (kind, subject),
  CONSTRAINT ck_attempts_counted CHECK (counted >= 0),
  INDEX ix_attempts_ends_at (ends_at)
);

-- The networks that a user signed in from lately: wrong passwords from elsewhere do not shut them out.
CREATE TABLE known_networks (
  user_id BIGINT      NOT NULL,
  network VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seen_at DATETIME(6) NOT NULL,
  PRIMARY KEY (user_id, network),
  CONSTRAINT fk_known_networks_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  INDEX ix_known_networks_seen_at (seen_at)
);
