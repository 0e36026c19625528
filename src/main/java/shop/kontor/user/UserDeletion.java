package shop.kontor.user;

import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.problem.InUse;

/** Called before a user is deleted, for rooms whose rows refer to users. */
public interface UserDeletion {

    /**
     * Applies the policy to the user's products, in the transaction that deletes the user.
     *
     * @throws InUse if the user has products and the policy is to restrict
     */
    void beforeUserIsDeleted(long userId, OnDeleteUser policy);
}
