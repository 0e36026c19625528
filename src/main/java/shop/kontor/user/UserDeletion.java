package shop.kontor.user;

import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.problem.InUse;

/** Asked before a user is deleted, for rooms that keep rows of users. */
public interface UserDeletion {

    /**
     * Does with the user's products what the request asks for, in the transaction that deletes the user.
     *
     * @throws InUse if there are products, and the policy is to refuse then
     */
    void beforeUserIsDeleted(long userId, OnDeleteUser policy);
}
