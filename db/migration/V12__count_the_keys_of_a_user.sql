-- The keys of a user in the order of their age: counting those of a day reads no responses.
ALTER TABLE idempotency_keys
  ADD INDEX ix_idempotency_keys_user_id_claimed_at (user_id, claimed_at);
