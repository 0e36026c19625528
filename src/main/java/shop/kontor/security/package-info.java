/** Who sends a request, and what the contract lets them do. */
package shop.kontor.security;
