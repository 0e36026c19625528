/** The program itself: how it starts, and what it says when it can't. */
@NullMarked
package shop.kontor;

import org.jspecify.annotations.NullMarked;
