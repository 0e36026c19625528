package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.GuardedKontorTest;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserUpdate;

/** Tokens are what was given to somebody who signed in, and no longer than they may be. */
class TokenTest extends GuardedContractTest {

    @Test
    void countsAnEmptyTokenAsNone() {
        assertThat(raw().header("Authorization", "Bearer ").get("/api/tags").statusCode())
                .isEqualTo(200);
        problem(raw().header("Authorization", "Bearer").get("/api/users"), 401, "unauthenticated");
    }

    /** Anyone may read the catalog and sign in, so who comes with an old token may, too. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer \u0085", "Bearer a.b.c", "Bearer x y", "Basic eDp4"})
    void needsNoTokenForWhatIsOpen(String authorization) {
        var user = customer();
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(user.getEmail(), PASSWORD);

        assertThat(raw().header("Authorization", authorization).get("/api/tags").statusCode())
                .isEqualTo(200);
        assertThat(raw().header("Authorization", authorization).get("/").statusCode())
                .isEqualTo(200);
        assertThat(raw().header("Authorization", authorization)
                        .contentType("application/json")
                        .body(credentials)
                        .post("/api/sessions")
                        .statusCode())
                .isEqualTo(201);
        problem(raw().header("Authorization", authorization).get("/api/users"), 401, "unauthenticated");
    }

    @Test
    void takesTokensOfTheSecretAndOfTheOneBefore() {
        var user = newcomer();
        var path = "/api/users/" + user.getId();

        assertThat(get(path, token(HS256, claims(user), GuardedKontorTest.SECRET))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, token(HS256, claims(user), GuardedKontorTest.OLD_SECRET))
                        .statusCode())
                .isEqualTo(200);
        problem(get(path, token(HS256, claims(user), "some other secret of 32 bytes or more")), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "sub", "sid"})
    void refusesATokenWithAWrongOrMissingClaim(String claim) {
        var user = newcomer();
        var wrong = claims(user);
        wrong.put(
                claim,
                claim.equals("exp")
                        ? Instant.now().minusSeconds(60).getEpochSecond()
                        : claim.equals("sid") ? 999_999_999 : "999999999");
        var missing = claims(user);
        missing.remove(claim);

        problem(
                get("/api/users/" + user.getId(), token(HS256, wrong, GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
        problem(
                get("/api/users/" + user.getId(), token(HS256, missing, GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
    }

    @Test
    void refusesAnotherAlgorithmAndNone() {
        var user = newcomer();
        var path = "/api/users/" + user.getId();
        var none = token(Map.of("alg", "none"), claims(user), GuardedKontorTest.SECRET);

        problem(
                get(path, token(Map.of("alg", "HS512"), claims(user), GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
        problem(get(path, none), 401, "unauthenticated");
        problem(get(path, none.substring(0, none.lastIndexOf('.') + 1)), 401, "unauthenticated");
        problem(get(path, "x"), 401, "unauthenticated");
        problem(get(path, "x".repeat(7000)), 401, "unauthenticated");
    }

    @Test
    void refusesATokenThatNamesTheSessionOfAnother() {
        var user = newcomer();
        var claims = claims(user);
        claims.put("sid", session(newcomer()));

        problem(
                get("/api/users/" + user.getId(), token(HS256, claims, GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
    }

    private int change(String token, User user, UserUpdate change) {
        return answer(as(token).users().updateUser().userIdPath(user.getId()).body(change))
                .statusCode();
    }

    private int read(User user, String token) {
        return get("/api/users/" + user.getId(), token).statusCode();
    }

    @Test
    void endsTheOtherSessionsWithANewPasswordOrAddress() {
        for (var change :
                List.of(new UserUpdate().password("another horse battery"), new UserUpdate().email(address()))) {
            var user = customer();
            var own = tokenOf(user);
            var other = tokenOf(user);
            assertThat(change(own, user, new UserUpdate().name("Eve"))).isEqualTo(200);
            assertThat(read(user, other)).isEqualTo(200);

            assertThat(change(own, user, change.currentPassword(PASSWORD))).isEqualTo(200);

            assertThat(read(user, own)).isEqualTo(200);
            problem(get("/api/users/" + user.getId(), other), 401, "unauthenticated");
        }
    }

    @Test
    void endsAllSessionsOfWhomAManagerGivesANewPassword() {
        var user = newcomer();
        var token = tokenOf(user);
        var manager = manager();

        assertThat(change(manager, user, new UserUpdate().password("another horse battery")))
                .isEqualTo(200);

        problem(get("/api/users/" + user.getId(), token), 401, "unauthenticated");
        assertThat(read(user, manager)).isEqualTo(200);
    }

    @Test
    void endsAllSessionsWithTheRoleAndTheUser() {
        var user = newcomer();
        var second = tokenOf(user);
        change(manager(), user, new UserUpdate().role(Role.MANAGER));
        problem(get("/api/users", second), 401, "unauthenticated");

        var third = tokenOf(user);
        assertThat(get("/api/users", third).statusCode()).isEqualTo(200);
        answer(as(manager()).users().deleteUser().userIdPath(user.getId()));
        problem(get("/api/users", third), 401, "unauthenticated");
    }

    @Test
    void endsTheSessionThatIsSignedOutOfAndNoOther() {
        var user = customer();
        var credentials = new Credentials().email(user.getEmail()).password(PASSWORD);
        var session = users().signIn().body(credentials).executeAs(r -> r);
        var other = tokenOf(user);
        var own = as(session.getAccessToken()).users().signOut().idPath(session.getId());

        assertThat(answer(own).statusCode()).isEqualTo(204);

        problem(answer(own), 401, "unauthenticated");
        problem(get("/api/users/" + user.getId(), session.getAccessToken()), 401, "unauthenticated");
        assertThat(read(user, other)).isEqualTo(200);
    }
}
