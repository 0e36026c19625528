/** Samples that break the rules of the architecture, to prove that the tests find it. */
package shop.kontor.architecture.sample;
