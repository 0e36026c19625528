package shop.kontor.user;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a user's password.
 *
 * @param hash of the new password, null to keep the old one
 * @param proven the hash of the current password, which the user has sent; null if none was needed
 */
record PasswordChange(@Nullable String hash, @Nullable String proven) {

    static final PasswordChange NONE = new PasswordChange(null, null);
}
