package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.GuardedKontorTest;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.UserUpdate;

/** Tokens are what was given to somebody who signed in, and no longer than they may be. */
class TokenTest extends GuardedContractTest {

    @Test
    void countsAnEmptyTokenAsNone() {
        assertThat(raw().header("Authorization", "Bearer ").get("/api/tags").statusCode())
                .isEqualTo(200);
        problem(raw().header("Authorization", "Bearer").get("/api/users"), 401, "unauthenticated");
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
    @ValueSource(strings = {"iss", "aud", "exp", "sub", "ver"})
    void refusesATokenWithAWrongOrMissingClaim(String claim) {
        var user = newcomer();
        var wrong = claims(user);
        wrong.put(
                claim,
                claim.equals("exp")
                        ? Instant.now().minusSeconds(60).getEpochSecond()
                        : claim.equals("ver") ? 7 : "999999999");
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
    void endsSessionsWithThePasswordTheRoleAndTheUser() {
        var user = customer();
        var first = signIn(user.getEmail(), PASSWORD);
        answer(as(first)
                .users()
                .updateUser()
                .userIdPath(user.getId())
                .body(new UserUpdate().password("another horse battery")));
        problem(get("/api/users/" + user.getId(), first), 401, "unauthenticated");

        var second = signIn(user.getEmail(), "another horse battery");
        answer(as(manager()).users().updateUser().userIdPath(user.getId()).body(new UserUpdate().role(Role.MANAGER)));
        problem(get("/api/users", second), 401, "unauthenticated");

        var third = signIn(user.getEmail(), "another horse battery");
        assertThat(get("/api/users", third).statusCode()).isEqualTo(200);
        answer(as(manager()).users().deleteUser().userIdPath(user.getId()));
        problem(get("/api/users", third), 401, "unauthenticated");
    }
}
