/** Generates the collection for Insomnia from the contract, imports it and sends its requests. */
package shop.kontor.insomnia;
