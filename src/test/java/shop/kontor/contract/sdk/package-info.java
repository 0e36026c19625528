/** Uses the Java and the TypeScript SDK from outside, as their users do. */
package shop.kontor.contract.sdk;
