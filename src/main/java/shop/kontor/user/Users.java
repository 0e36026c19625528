package shop.kontor.user;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.problem.NotFound;

/** The door through which other rooms come to users. */
@Component
public class Users {

    private final UserMapper users;

    Users(UserMapper users) {
        this.users = users;
    }

    /**
     * Makes sure that there is such a user.
     *
     * @throws NotFound if not
     */
    public void require(long id) {
        users.find(id).orElseThrow(() -> new NotFound("user", id));
    }

    /**
     * Keeps the user, and all others who lock it, waiting until the transaction ends.
     *
     * @throws NotFound if there is no such user
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(long id) {
        users.lock(id).orElseThrow(() -> new NotFound("user", id));
    }
}
