-- The demo users, for shops that require no authentication: everybody knows their passwords.

-- Their passwords are manager-demo and customer-demo.
INSERT INTO users (id, name, email, password_hash, role)
SELECT d.id, d.name, d.email, d.password_hash, d.role
FROM (
  SELECT
    1 AS id,
    'Grace' AS name,
    'manager@example.com' AS email,
    '$argon2id$v=19$m=19456,t=2,p=1$ng8Ci/H98nvRSVpnD+SLOhkRCM07kmTjhgKLViJRWzPC/M1lHA22GjnNmt1HnAYosmPEcwMYpN0QoPvd5bPmeg$/rnyluYeeImieihEVkNjsL/K62v5LnAJpLDClVVcbMw' AS password_hash,
    'manager' AS role
  UNION ALL SELECT
    2,
    'Linus',
    'customer@example.com',
    '$argon2id$v=19$m=19456,t=2,p=1$C1TSHerpAE4pYGGlJ8AHU+7slOwwgKreuk2UXpL8F+O27+K6mx8mx3rOgb8F8DOmweqsR2zWahxNnck8y0I1eA$0HWOztJmPbfBeXljj3HxGk4jQO+FDNzuhFCgl5mPcWo',
    'customer'
) d
WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = d.id OR u.email = d.email);
