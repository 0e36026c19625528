-- The demo data. Inserts rows whose id and name do not exist yet, and neither updates nor deletes any:
-- an existing product keeps its category, its tags and everything else. A product belongs to the demo manager,
-- or to nobody where users.sql has not been loaded. The last two are not for sale: one is not ready, one no longer offered.

INSERT INTO categories (id, category_name)
SELECT d.id, d.category_name
FROM (
  SELECT 1 AS id, 'Shirts' AS category_name
  UNION ALL SELECT 2, 'Shorts'
  UNION ALL SELECT 3, 'Music'
  UNION ALL SELECT 4, 'Hats'
  UNION ALL SELECT 5, 'Shoes'
) d
WHERE NOT EXISTS (SELECT 1 FROM categories c WHERE c.id = d.id OR c.category_name = d.category_name);

INSERT INTO tags (id, tag_name)
SELECT d.id, d.tag_name
FROM (
  SELECT 1 AS id, 'rock music' AS tag_name
  UNION ALL SELECT 2, 'pop music'
  UNION ALL SELECT 3, 'blue'
  UNION ALL SELECT 4, 'red'
  UNION ALL SELECT 5, 'green'
  UNION ALL SELECT 6, 'white'
  UNION ALL SELECT 7, 'gold'
  UNION ALL SELECT 8, 'pop culture'
) d
WHERE NOT EXISTS (SELECT 1 FROM tags t WHERE t.id = d.id OR t.tag_name = d.tag_name);

INSERT INTO shipping_methods (id, name, price, free_from, countries)
SELECT d.id, d.name, d.price, d.free_from, d.countries
FROM (
  SELECT 1 AS id, 'Parcel' AS name, 4.90 AS price, 50.00 AS free_from, '["AT","CH","DE"]' AS countries
  UNION ALL SELECT 2, 'Express', 14.90, NULL, '["AT","DE"]'
) d
WHERE NOT EXISTS (SELECT 1 FROM shipping_methods m WHERE m.id = d.id OR m.name = d.name);

CREATE TEMPORARY TABLE new_products (
  id BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO new_products (id)
SELECT d.id
FROM (
  SELECT 1 AS id, 'Plain T-Shirt' AS product_name, 'SHIRT-1' AS sku
  UNION ALL SELECT 2, 'Running Sneakers', 'SHOES-1'
  UNION ALL SELECT 3, 'Branded Baseball Hat', 'HAT-1'
  UNION ALL SELECT 4, 'Top 40 Music Compilation Vinyl Record', 'MUSIC-1'
  UNION ALL SELECT 5, 'Cargo Shorts', 'SHORTS-1'
  UNION ALL SELECT 6, 'Striped Beanie', 'HAT-2'
  UNION ALL SELECT 7, 'Leather Boots', 'SHOES-2'
) d
WHERE NOT EXISTS (SELECT 1 FROM products p WHERE p.id = d.id OR p.product_name = d.product_name OR p.sku = d.sku);

INSERT INTO products (
  id, product_name, status, price, stock, category_id, user_id, sku, low_stock_at, description, images, image_url, image_alt
)
SELECT
  d.id, d.product_name, d.status, d.price, d.stock, c.id, u.id, d.sku, d.low_stock_at, d.description,
  JSON_ARRAY(JSON_OBJECT('url', CONCAT('/pictures/', d.picture, '.svg'), 'alt', d.alt)),
  CONCAT('/pictures/', d.picture, '.svg'), d.alt
FROM (
  SELECT
    1 AS id, 'Plain T-Shirt' AS product_name, 'active' AS status, 14.99 AS price, 14 AS stock, 'Shirts' AS category_name,
    'SHIRT-1' AS sku, 15 AS low_stock_at, 'plain-t-shirt' AS picture, 'A white T-shirt' AS alt,
    'Heavy cotton, cut straight. Wash it warm.' AS description
  UNION ALL SELECT
    2, 'Running Sneakers', 'active', 90.00, 25, 'Shoes',
    'SHOES-1', 10, 'running-sneakers', 'A white running shoe with a gold stripe',
    'Light, with a sole for hard roads.'
  UNION ALL SELECT
    3, 'Branded Baseball Hat', 'active', 22.99, 12, 'Hats',
    'HAT-1', 5, 'branded-baseball-hat', 'A red and blue baseball hat',
    'One size; the strap behind adjusts it.'
  UNION ALL SELECT
    4, 'Top 40 Music Compilation Vinyl Record', 'active', 12.99, 50, 'Music',
    'MUSIC-1', 20, 'vinyl-record', 'A vinyl record with an orange label',
    'Two sides, twenty songs each.'
  UNION ALL SELECT
    5, 'Cargo Shorts', 'active', 29.99, 22, 'Shorts',
    'SHORTS-1', 10, 'cargo-shorts', 'Blue shorts with two large pockets',
    'Six pockets, two of them with buttons.'
  UNION ALL SELECT
    6, 'Striped Beanie', 'draft', 17.50, 8, 'Hats',
    'HAT-2', 5, 'striped-beanie', 'A blue beanie with a white stripe',
    'Knitted, for next winter.'
  UNION ALL SELECT
    7, 'Leather Boots', 'archived', 120.00, 3, 'Shoes',
    'SHOES-2', 5, 'leather-boots', 'A brown boot with a dark sole',
    'Last winter''s model. The sole can be replaced.'
) d
JOIN new_products n ON n.id = d.id
LEFT JOIN categories c ON c.category_name = d.category_name
LEFT JOIN users u ON u.email = 'manager@example.com';

INSERT INTO stock_movements (product_id, product_name, kind, delta, stock, moved_at)
SELECT p.id, p.product_name, 'opening', p.stock, p.stock, UTC_TIMESTAMP(6)
FROM new_products n
JOIN products p ON p.id = n.id;

INSERT INTO product_tags (product_id, tag_id, status)
SELECT d.product_id, t.id, p.status
FROM (
  SELECT 1 AS product_id, 'white' AS tag_name
  UNION ALL SELECT 1, 'gold'
  UNION ALL SELECT 1, 'pop culture'
  UNION ALL SELECT 2, 'white'
  UNION ALL SELECT 3, 'rock music'
  UNION ALL SELECT 3, 'blue'
  UNION ALL SELECT 3, 'red'
  UNION ALL SELECT 3, 'green'
  UNION ALL SELECT 4, 'rock music'
  UNION ALL SELECT 4, 'pop music'
  UNION ALL SELECT 4, 'pop culture'
  UNION ALL SELECT 5, 'blue'
  UNION ALL SELECT 6, 'blue'
  UNION ALL SELECT 6, 'white'
  UNION ALL SELECT 7, 'gold'
) d
JOIN new_products n ON n.id = d.product_id
JOIN products p ON p.id = n.id
JOIN tags t ON t.tag_name = d.tag_name;

INSERT INTO product_words (product_id, word, status)
SELECT d.product_id, d.word, p.status
FROM (
  SELECT 1 AS product_id, 'plain' AS word
  UNION ALL SELECT 1, 't'
  UNION ALL SELECT 1, 'shirt'
  UNION ALL SELECT 2, 'running'
  UNION ALL SELECT 2, 'sneakers'
  UNION ALL SELECT 3, 'branded'
  UNION ALL SELECT 3, 'baseball'
  UNION ALL SELECT 3, 'hat'
  UNION ALL SELECT 4, 'top'
  UNION ALL SELECT 4, '40'
  UNION ALL SELECT 4, 'music'
  UNION ALL SELECT 4, 'compilation'
  UNION ALL SELECT 4, 'vinyl'
  UNION ALL SELECT 4, 'record'
  UNION ALL SELECT 5, 'cargo'
  UNION ALL SELECT 5, 'shorts'
  UNION ALL SELECT 6, 'striped'
  UNION ALL SELECT 6, 'beanie'
  UNION ALL SELECT 7, 'leather'
  UNION ALL SELECT 7, 'boots'
) d
JOIN new_products n ON n.id = d.product_id
JOIN products p ON p.id = n.id;

DROP TEMPORARY TABLE new_products;
