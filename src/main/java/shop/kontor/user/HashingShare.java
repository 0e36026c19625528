package shop.kontor.user;

/** What passwords are hashed for. None keeps the others from hashing. */
enum HashingShare {
    SIGN_IN,
    REGISTRATION,
    PASSWORD_CHANGE
}
