package shop.kontor.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.UsersApi;
import shop.kontor.api.UsersApiDelegate;
import shop.kontor.api.model.Credentials;
import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.Session;
import shop.kontor.api.model.User;
import shop.kontor.api.model.UserInput;
import shop.kontor.api.model.UserUpdate;
import shop.kontor.contract.ReadBack;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.web.ListById;

/** Implements the operations on users. */
@Component
class UsersDelegate implements UsersApiDelegate {

    private final UserMapper users;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Registration registration;
    private final NewPasswords passwords;
    private final CurrentPassword currentPassword;
    private final UserChanges revision;

    UsersDelegate(
            UserMapper users,
            SignIn signIn,
            Sessions sessions,
            Registration registration,
            NewPasswords passwords,
            CurrentPassword currentPassword,
            UserChanges revision) {
        this.users = users;
        this.signIn = signIn;
        this.sessions = sessions;
        this.registration = registration;
        this.passwords = passwords;
        this.currentPassword = currentPassword;
        this.revision = revision;
    }

    @Override
    public ResponseEntity<Session> signIn(CurrentUser caller, Credentials credentials) {
        var session = sessions.begin(signIn.check(caller, credentials));
        return ResponseEntity.created(new UriTemplate(UsersApi.PATH_SIGN_OUT).expand(session.getId()))
                .body(session);
    }

    @Override
    public ResponseEntity<Void> signOut(CurrentUser caller, Long id) {
        sessions.end(caller, id);
        return ResponseEntity.noContent().build();
    }

    @Override
    public ResponseEntity<List<User>> listUsers(
            CurrentUser caller, @Nullable String cursor, Integer perPage, Boolean total) {
        return new ListById<>(users::list, User::getId, users::count).page(cursor, perPage, total);
    }

    @Override
    public ResponseEntity<User> registerUser(CurrentUser caller, UserInput input) {
        var hash = passwords.ofNewUser(caller, input.getPassword());
        var user = registration.register(input.getName(), input.getEmail(), hash, Role.CUSTOMER);
        return ResponseEntity.created(new UriTemplate(UsersApi.PATH_GET_USER).expand(user.getId()))
                .body(user);
    }

    @Override
    public ResponseEntity<User> getUser(CurrentUser caller, Long userId) {
        return ResponseEntity.ok(users.find(userId).orElseThrow(() -> new NotFound("user", userId)));
    }

    @Override
    public ResponseEntity<User> updateUser(CurrentUser caller, Long userId, UserUpdate change, ReadBack readBack) {
        var password = currentPassword.check(caller, userId, change);
        return ResponseEntity.ok(revision.revise(caller, userId, change, password, readBack));
    }

    @Override
    public ResponseEntity<Void> deleteUser(CurrentUser caller, Long userId, OnDeleteUser onDelete) {
        revision.delete(caller, userId, onDelete);
        return ResponseEntity.noContent().build();
    }
}
