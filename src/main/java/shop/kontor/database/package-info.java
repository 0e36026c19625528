/** Where the rows are kept: a MySQL server that somebody runs, or an embedded one for trying things out. */
package shop.kontor.database;
