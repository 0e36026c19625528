/** The edge of the process: slow requests, limits of bodies, hosts and origins. Nobody depends on it. */
package shop.kontor.server;
