/** A client of the internet shop Kontor: {@link shop.kontor.sdk.Kontor} is where to begin. */
package shop.kontor.sdk;
