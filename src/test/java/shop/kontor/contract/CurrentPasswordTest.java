package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserUpdate;

/** A token alone changes neither a password nor an e-mail address: it may have been stolen. */
class CurrentPasswordTest extends GuardedContractTest {

    private static final String NEW = "another horse battery";
    private static final List<Supplier<UserUpdate>> CHANGES =
            List.of(() -> new UserUpdate().password(NEW), () -> new UserUpdate().email(address()));

    private User user;
    private String token;

    @BeforeEach
    void register() {
        user = customer();
        token = tokenOf(user);
    }

    private Response change(UserUpdate change) {
        return change(token, change);
    }

    private Response change(String token, UserUpdate change) {
        return answer(as(token).users().updateUser().userIdPath(user.getId()).body(change));
    }

    private Response signInAsUser(String password) {
        return answer(
                users().signIn().body(new Credentials().email(user.getEmail()).password(password)));
    }

    private User read() {
        return get("/api/users/" + user.getId(), token).as(User.class);
    }

    @Test
    void isNeededForANewPasswordOrAddress() {
        for (var change : CHANGES) {
            assertThat(faults(change(change.get()))).containsExactly("#/current_password required");
        }

        assertThat(read()).isEqualTo(user);
        assertThat(signInAsUser(PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void isNotAnyPassword() {
        for (var change : CHANGES) {
            assertThat(faults(change(change.get().currentPassword("wrong horse battery"))))
                    .containsExactly("#/current_password wrong_password");
        }

        assertThat(read()).isEqualTo(user);
        assertThat(signInAsUser(PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void letsItsUserChangeBoth() {
        var change = new UserUpdate().password(NEW).email(address()).currentPassword(PASSWORD);

        user = change(change).as(User.class);

        assertThat(user.getEmail()).isEqualTo(change.getEmail());
        assertThat(signInAsUser(NEW).statusCode()).isEqualTo(201);
        problem(signInAsUser(PASSWORD), 401, "unauthenticated");
    }

    @Test
    void isNotNeededForWhatStaysAsItIs() {
        var other = tokenOf(user);
        var same = new UserUpdate()
                .email(user.getEmail().toUpperCase())
                .password(PASSWORD)
                .name(user.getName());

        assertThat(change(same).as(User.class)).isEqualTo(user);
        assertThat(change(same.currentPassword(PASSWORD)).as(User.class)).isEqualTo(user);
        assertThat(change(new UserUpdate().name("Lovelace").currentPassword("of no account"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/users/" + user.getId(), other).statusCode()).isEqualTo(200);
    }

    @Test
    void isNotNeededByAManagerButForTheirOwn() {
        assertThat(change(manager(), new UserUpdate().password(NEW)).statusCode())
                .isEqualTo(200);
        assertThat(signInAsUser(NEW).statusCode()).isEqualTo(201);

        user = new User().id(1L);
        assertThat(faults(change(manager(), new UserUpdate().password(NEW))))
                .containsExactly("#/current_password required");
    }

    @Test
    void isGuessedNoMoreOftenThanAtSignIn() {
        var guess = new UserUpdate().password(NEW);
        for (int i = 0; i < 5; i++) {
            assertThat(faults(change(i % 2 == 0 ? guess.currentPassword("wrong") : guess.currentPassword(null))))
                    .hasSize(1);
        }

        var refused = change(guess.currentPassword(PASSWORD));

        problem(refused, 429, "too-many-requests");
        assertThat(refused.header("Retry-After")).isNotNull();
        problem(signInAsUser(PASSWORD), 429, "too-many-requests");
    }

    @Test
    void isHeldToTheSameRulesWhenItIsChangedManyTimesAtOnce() {
        var tokens = List.of(tokenOf(user), tokenOf(user), tokenOf(user));

        var statuses = Race.of(
                3,
                i -> change(tokens.get(i), new UserUpdate().password(NEW + i).currentPassword(PASSWORD))
                        .statusCode());

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 400, 401);
    }
}
