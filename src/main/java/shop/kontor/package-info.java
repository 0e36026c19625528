/** The main class, and the report of a failed start. */
@NullMarked
package shop.kontor;

import org.jspecify.annotations.NullMarked;
