/** The main class, the checks of its arguments and variables, and the report of a failed start. */
@NullMarked
package shop.kontor;

import org.jspecify.annotations.NullMarked;
