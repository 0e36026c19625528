/** Is used. */
package shop.kontor.architecture.sample.shade;
