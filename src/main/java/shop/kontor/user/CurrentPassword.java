package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.UserUpdate;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;

/** Requires the current password of users who change their own password or e-mail address: a token may have been stolen. */
@Component
class CurrentPassword {

    private final UserMapper users;
    private final NewPasswords passwords;
    private final PasswordCheck check;

    CurrentPassword(UserMapper users, NewPasswords passwords, PasswordCheck check) {
        this.users = users;
        this.passwords = passwords;
        this.check = check;
    }

    /**
     * Verifies the current password if it is needed, and hashes the new one if it is another.
     *
     * @throws InvalidRequest if the current password is missing or wrong, or the new one is too common
     * @throws TooManyRequests if there were too many wrong ones
     */
    PasswordChange check(CurrentUser caller, long id, UserUpdate change) {
        var password = change.getPassword();
        if (!isNeeded(caller, id)) {
            return new PasswordChange(password == null ? null : passwords.ofUser(password), null);
        }
        if (password == null && change.getEmail() == null) {
            return PasswordChange.NONE;
        }
        var account = users.findAccount(id).orElseThrow(() -> new NotFound("user", id));
        var isNewEmail = change.getEmail() != null
                && !Registration.normal(change.getEmail()).equals(account.email());
        if (password == null && !isNewEmail) {
            return PasswordChange.NONE;
        }
        var current = change.getCurrentPassword();
        // without it, a password that is the current one is no change
        var claimed = current != null || isNewEmail ? current : password;
        if (claimed == null || !check.matches(account, claimed, caller.network())) {
            throw current == null ? missing() : wrong();
        }
        var isNew = password != null && !Passwords.normal(password).equals(Passwords.normal(claimed));
        return new PasswordChange(isNew ? passwords.ofUser(password) : null, account.passwordHash());
    }

    /** A manager who changes another user knows no password of theirs. */
    static boolean isNeeded(CurrentUser caller, long id) {
        return caller.id() != null && caller.id() == id;
    }

    static InvalidRequest missing() {
        return new InvalidRequest("/current_password", "required", "is missing: send your password until now");
    }

    static InvalidRequest wrong() {
        return new InvalidRequest("/current_password", "wrong_password", "is not your current password");
    }
}
