/** The Java client of Kontor; start with {@link shop.kontor.sdk.Kontor}. */
package shop.kontor.sdk;
