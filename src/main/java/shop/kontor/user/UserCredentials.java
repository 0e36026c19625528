package shop.kontor.user;

import java.time.OffsetDateTime;
import shop.kontor.api.model.Role;

/**
 * What sign-in needs to know about a user.
 *
 * @param passwordHash from {@link Passwords}
 * @param sessionVersion the version that valid tokens carry
 */
record UserCredentials(
        long id,
        String name,
        String email,
        String passwordHash,
        Role role,
        int sessionVersion,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {}
