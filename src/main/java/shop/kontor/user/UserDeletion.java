package shop.kontor.user;

import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.problem.InUse;
import shop.kontor.security.CurrentUser;

/** Called before a user is deleted, for rooms whose rows refer to users. */
public interface UserDeletion {

    /**
     * Prepares the rows of this room, in the transaction that deletes the user.
     *
     * @param caller who deletes the user
     * @param policy what happens to the user's products
     * @throws InUse if these rows prevent the deletion
     */
    void beforeUserIsDeleted(CurrentUser caller, long userId, OnDeleteUser policy);
}
