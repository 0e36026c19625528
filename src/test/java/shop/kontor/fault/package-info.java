/** Faults between the server and its database, under load. */
package shop.kontor.fault;
