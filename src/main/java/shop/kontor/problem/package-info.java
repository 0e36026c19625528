/** RFC 9457: what goes wrong, as clients read it. */
package shop.kontor.problem;
