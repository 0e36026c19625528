/** Checks every response that a test sees against the contract, and derives requests from it. */
package shop.kontor.contract.check;
