package shop.kontor.user;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.problem.NotFound;

/** The interface of users for other rooms. */
@Component
public class Users {

    private final UserMapper users;

    Users(UserMapper users) {
        this.users = users;
    }

    /**
     * Requires that a user exists.
     *
     * @throws NotFound if the user does not exist
     */
    public void require(long id) {
        users.find(id).orElseThrow(() -> new NotFound("user", id));
    }

    /**
     * Locks a user until the transaction ends.
     *
     * @throws NotFound if the user does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id) {
        users.lock(id).orElseThrow(() -> new NotFound("user", id));
    }
}
