/** The clients for others, as strangers get and use them. */
package shop.kontor.contract.sdk;
