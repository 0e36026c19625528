package shop.kontor.user;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.User;
import shop.kontor.api.model.UserUpdate;
import shop.kontor.contract.ReadBack;
import shop.kontor.database.BatchTime;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.Forbidden;
import shop.kontor.problem.InUse;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.security.SecurityLog;

/** Updates and deletes users, and guarantees that the shop keeps a manager. */
@Component
class UserChanges {

    private final UserMapper users;
    private final SessionMapper sessions;
    private final List<UserDeletion> others;
    private final BatchTime batchTime;

    UserChanges(UserMapper users, SessionMapper sessions, List<UserDeletion> others, BatchTime batchTime) {
        this.users = users;
        this.sessions = sessions;
        this.others = others;
        this.batchTime = batchTime;
    }

    /**
     * Updates a user.
     *
     * @param password as {@link CurrentPassword} has found it
     * @param readBack must have the user's current values
     * @throws InvalidRequest if the password or the e-mail address has been changed since
     * @throws Forbidden if a customer changes a role
     * @throws LastManager if the shop would be without a manager
     */
    @RetryingTransaction
    User revise(CurrentUser caller, long id, UserUpdate change, PasswordChange password, ReadBack readBack) {
        var user = change.getRole() == null ? lock(id) : lockForRole(id, change.getRole());
        readBack.requireUnchanged(() -> user);
        if (change.getRole() != null && change.getRole() != user.getRole() && !caller.isManager()) {
            throw new Forbidden("Only a manager may set a role.");
        }
        var changed = new User()
                .id(id)
                .name(requireNonNullElse(change.getName(), user.getName()))
                .email(change.getEmail() == null ? user.getEmail() : Registration.normal(change.getEmail()))
                .role(requireNonNullElse(change.getRole(), user.getRole()));
        if (password.hash() == null && isSame(user, changed)) {
            return user;
        }
        write(caller, user, changed, password);
        return users.find(id).orElseThrow();
    }

    private void write(CurrentUser caller, User user, User changed, PasswordChange password) {
        var isNewRole = changed.getRole() != user.getRole();
        var isNewEmail = !changed.getEmail().equals(user.getEmail());
        if (isNewEmail && password.proven() == null && CurrentPassword.isNeeded(caller, user.getId())) {
            throw CurrentPassword.missing();
        }
        var endSessions = isNewRole || isNewEmail || password.hash() != null;
        if (users.update(changed, password, endSessions) == 0) {
            throw CurrentPassword.wrong();
        }
        if (isNewRole) {
            SecurityLog.roleChanged(caller, user.getId(), user.getRole(), changed.getRole());
        } else if (endSessions && caller.session() != null) {
            sessions.renew(caller.session(), user.getId());
        }
    }

    /**
     * Deletes a user.
     *
     * @param caller who deletes the user
     * @param policy what happens to the user's products
     * @throws LastManager if the shop would be without a manager
     * @throws InUse if the user has open orders, or has products and the policy is to restrict
     */
    @RetryingTransaction
    void delete(CurrentUser caller, long id, OnDeleteUser policy) {
        batchTime.extend(); // for the user's products
        lockForRole(id, null);
        others.forEach(other -> other.beforeUserIsDeleted(caller, id, policy));
        users.delete(id);
    }

    private static boolean isSame(User one, User other) {
        return one.getName().equals(other.getName())
                && one.getEmail().equals(other.getEmail())
                && one.getRole() == other.getRole();
    }

    private User lock(long id) {
        return users.lock(id).orElseThrow(() -> new NotFound("user", id));
    }

    /** Locks the managers before the user, so that concurrent calls take their locks in the same order. */
    private User lockForRole(long id, @Nullable Role next) {
        var managers = users.lockManagers();
        var user = lock(id);
        if (user.getRole() == Role.MANAGER && next != Role.MANAGER && managers.size() < 2) {
            throw new LastManager();
        }
        return user;
    }
}
