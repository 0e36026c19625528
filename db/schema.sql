-- Creates the database of Kontor; the tables come with the first start.
-- Run it once, as a user who may: mysql -u root -p < db/schema.sql
CREATE DATABASE IF NOT EXISTS kontor
  CHARACTER SET utf8mb4
  COLLATE utf8mb4_unicode_520_ci;
