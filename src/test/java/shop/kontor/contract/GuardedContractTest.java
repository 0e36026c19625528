package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import shop.kontor.GuardedKontorTest;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.User;
import tools.jackson.databind.json.JsonMapper;

/** What tests of a server with a secret need: tokens, made without signing in, and a customer who has bought. */
@GuardedKontorTest
abstract class GuardedContractTest extends ContractTest {

    static final Map<String, Object> HS256 = Map.of("alg", "HS256", "typ", "JWT");

    /** A token of the manager of the demo data. */
    final String manager() {
        return tokenOf(new User().id(1L));
    }

    final String tokenOf(User user) {
        return token(HS256, claims(user), GuardedKontorTest.SECRET);
    }

    /** The number of a new session. */
    final long session(User user) {
        database.update("""
                INSERT INTO sessions (user_id, version, expires_at)
                SELECT u.id, u.session_version, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR FROM users u WHERE u.id = ?
                """, user.getId());
        return database.queryForObject("SELECT MAX(id) FROM sessions WHERE user_id = ?", Long.class, user.getId());
    }

    final RequestSpecification as(RequestSpecification request, String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    final Response get(String path, String token) {
        return as(raw(), token).get(path);
    }

    /** A user's order, and a product in the cart. */
    final Order purchase(User user) {
        var lamp = as(manager()).products().createProduct().body(lamp()).executeAs(r -> r);
        var token = tokenOf(user);
        var put = as(token)
                .cart()
                .setCartItem()
                .userIdPath(user.getId())
                .productIdPath(lamp.getId())
                .body(new CartItemInput().quantity(1));
        answer(put);
        var order = as(token)
                .orders()
                .placeOrder()
                .userIdPath(user.getId())
                .executeAs(r -> r.then().statusCode(201).extract().response());
        answer(put);
        return order;
    }

    /** A token as {@code shop.kontor.user.AccessTokens} makes it, or nearly so. */
    static String token(Map<String, Object> header, Map<String, Object> claims, String secret) {
        try {
            var json = new JsonMapper();
            var base64 = Base64.getUrlEncoder().withoutPadding();
            var text = base64.encodeToString(json.writeValueAsBytes(header)) + "."
                    + base64.encodeToString(json.writeValueAsBytes(claims));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return text + "." + base64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    final Map<String, Object> claims(User user) {
        var claims = new java.util.HashMap<String, Object>();
        claims.putAll(Map.of("sub", user.getId().toString(), "iss", "kontor", "aud", "kontor", "sid", session(user)));
        claims.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
        return claims;
    }
}
