/** Sends what no client library would: slow, broken and oversized requests, and those of other hosts and origins. */
package shop.kontor.network;
