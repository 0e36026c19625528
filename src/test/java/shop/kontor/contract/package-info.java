/** Holds the running server to the contract, over HTTP and through the generated client: a class a tag. */
package shop.kontor.contract;
