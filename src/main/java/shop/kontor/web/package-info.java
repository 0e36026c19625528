/**
 * The edge's manners, the same for every operation: requests are held to the contract before a delegate sees them,
 * lists have pages, rows have entity tags, and whatever goes wrong is answered as a problem.
 */
package shop.kontor.web;
