package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Session;
import shop.kontor.api.model.User;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;

/** Begins and ends sessions; each is a row, so that a token is void everywhere as soon as its session has ended. */
@Component
class Sessions {

    /** The sessions that a user can have; the contract names the number. */
    private static final int MOST = 1000;

    private final SessionMapper sessions;
    private final UserMapper users;
    private final AccessTokens tokens;

    Sessions(SessionMapper sessions, UserMapper users, AccessTokens tokens) {
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
    }

    /** Begins a session of a user who has just authenticated; void from the start if the user has changed since. */
    @RetryingTransaction
    Session begin(UserCredentials account) {
        var user = new User(
                account.id(),
                account.name(),
                account.email(),
                account.role(),
                account.createdAt(),
                account.updatedAt());
        var session = new Session().user(user).tokenType("Bearer").expiresIn((int) AccessTokens.LIFE.toSeconds());
        users.lock(account.id()); // or many at once that delete the same oldest ones would be a deadlock
        sessions.deleteOldest(account.id(), MOST - 1);
        sessions.insert(session, account.sessionVersion());
        return session.accessToken(tokens.issue(account.id(), session.getId()));
    }

    /**
     * Ends a session.
     *
     * @throws NotFound if there is none, or it is another's and the caller is no manager
     */
    @RetryingTransaction
    void end(CurrentUser caller, long id) {
        if (sessions.delete(caller, id) == 0) {
            throw new NotFound("session", id);
        }
    }

    /**
     * Deletes sessions whose tokens have expired.
     *
     * @param limit how many at most
     * @return how many
     */
    @RetryingTransaction
    int forgetExpired(int limit) {
        return sessions.deleteExpired(limit);
    }
}
