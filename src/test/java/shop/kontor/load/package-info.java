/** Looks for lost updates and oversold stock under load, after a crash and in random sequences of requests. */
package shop.kontor.load;
