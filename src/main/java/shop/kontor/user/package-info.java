/** Who comes to the shop: users and their roles, how they sign in, and how long that lasts. */
package shop.kontor.user;
