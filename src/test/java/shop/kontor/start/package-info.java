/** Starts the program in a process of its own, as an operator does, and reads what it prints. */
package shop.kontor.start;
