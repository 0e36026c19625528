-- Creates the database of Kontor; the first start creates the tables.
-- Run it once, as a user with the privilege to do so: mysql -u root -p < db/schema.sql
CREATE DATABASE IF NOT EXISTS kontor
  CHARACTER SET utf8mb4
  COLLATE utf8mb4_unicode_520_ci;
