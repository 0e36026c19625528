package shop.kontor.user;

import shop.kontor.api.model.Role;

/**
 * What signing in needs to know of a user.
 *
 * @param passwordHash as {@link Passwords} made it
 * @param sessionVersion what tokens must carry to be good
 */
record UserCredentials(long id, String name, String email, String passwordHash, Role role, int sessionVersion) {}
