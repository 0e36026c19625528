-- Who bought, as of that moment; unknown for orders of users who were deleted before.
ALTER TABLE orders
  ADD COLUMN buyer_name VARCHAR(255) NULL AFTER user_id,
  ADD COLUMN buyer_email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER buyer_name;

UPDATE orders o
JOIN users u ON u.id = o.user_id
SET o.buyer_name = u.name, o.buyer_email = u.email;
