/** What every list and every row has: pages, cursors and entity tags; and the front page. */
package shop.kontor.web;
