package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.Problem;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.Session;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserInput;
import shop.kontor.client.model.UserUpdate;

class UsersContractTest extends ContractTest {

    private Response update(User user, UserUpdate change) {
        return answer(users().updateUser().userIdPath(user.getId()).body(change));
    }

    @Nested
    class SignIn {

        @Test
        void answersATokenAndWhoseItIs() {
            var user = customer();

            var answer = answer(users().signIn()
                    .body(new Credentials().email(user.getEmail().toUpperCase()).password(PASSWORD)));

            var session = answer.as(Session.class);
            assertThat(answer.header("Location")).isEqualTo("/api/sessions/" + session.getId());
            assertThat(session.getUser()).isEqualTo(user);
            assertThat(session.getTokenType()).isEqualTo("Bearer");
            assertThat(session.getExpiresIn()).isEqualTo(900);
            assertThat(answer(as(session.getAccessToken()).users().getUser().userIdPath(user.getId()))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void saysTheSameOfAnUnknownUserAndAWrongPassword() {
            var wrong = answer(users().signIn()
                    .body(new Credentials().email(customer().getEmail()).password("wrong")));
            var unknown = answer(
                    users().signIn().body(new Credentials().email(address()).password("wrong")));

            var same = problem(wrong, 401, "unauthenticated");
            assertThat(unknown.as(Problem.class).traceId(same.getTraceId())).isEqualTo(same);
            assertThat(unknown.header("WWW-Authenticate")).isEqualTo("Bearer");
        }

        @Test
        void takesAPasswordInWhateverFormItIsTyped() {
            var email = address();
            var input = new UserInput().name("Zo\u00eb").email(email).password("cr\u00e8me br\u00fbl\u00e9e 大好き");
            answer(users().registerUser().body(input));

            assertThat(signIn(email, "cre\u0300me bru\u0302le\u0301e 大好き")).isNotEmpty();
        }

        @Test
        void answers400WithoutAPassword() {
            assertThat(faults(raw().contentType("application/json")
                            .body("{\"email\": \"x\"}")
                            .post("/api/sessions")))
                    .containsExactly("#/password required");
        }
    }

    @Nested
    class SignOut {

        @Test
        void endsASession() {
            var user = customer();
            var credentials = new Credentials().email(user.getEmail()).password(PASSWORD);
            var session = users().signIn().body(credentials).executeAs(r -> r);
            var out = users().signOut().idPath(session.getId());

            assertThat(answer(out).statusCode()).isEqualTo(204);

            problem(answer(out), 404, "not-found");
            var own = as(session.getAccessToken()).users().getUser().userIdPath(user.getId());
            problem(answer(own), 401, "unauthenticated");
        }

        @Test
        void answers400ForWhatIsNoId() {
            assertThat(faults(answer(users().signOut().idPath(0)))).containsExactly("id minimum");
        }
    }

    @Nested
    class ListUsers {

        @Test
        void goesThroughAllPagesSortedById() {
            var made = IntStream.range(0, 4).mapToObj(i -> newcomer().getId()).toList();

            var first = answer(users().listUsers().perPageQuery(3).totalQuery(true));
            var seen = follow(first, User[].class, rows -> {});

            assertThat(seen)
                    .extracting(User::getId)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .containsAll(made);
            assertThat(first.header("X-Total-Count")).isEqualTo(String.valueOf(seen.size()));
        }

        @Test
        void answers400ForAPageOfNone() {
            assertThat(faults(answer(users().listUsers().perPageQuery(0)))).containsExactly("per_page minimum");
        }
    }

    @Nested
    class RegisterUser {

        @Test
        void makesNobodyAManager() {
            var email = address();
            var answer = raw().contentType("application/json")
                    .body(
                            "{\"name\": \"Eve\", \"email\": \"%s\", \"password\": \"%s\", \"role\": \"manager\", \"id\": 1}"
                                    .formatted(email, PASSWORD))
                    .post("/api/users");

            assertThat(faults(answer)).containsExactlyInAnyOrder("#/role unknown_member", "#/id unknown_member");
            assertThat(answer.asString()).doesNotContain(PASSWORD);
            assertThat(database.queryForObject("SELECT COUNT(*) FROM users WHERE email = ?", Long.class, email))
                    .isZero();
        }

        @Test
        void makesACustomer() {
            var answer = answer(users().registerUser()
                    .body(new UserInput().name("Eve").email(address()).password(PASSWORD)));

            var user = answer.as(User.class);
            assertThat(user.getRole()).isEqualTo(Role.CUSTOMER);
            assertThat(answer.header("Location")).isEqualTo("/api/users/" + user.getId());
            assertThat(answer.asString()).doesNotContain(PASSWORD, "argon2");
        }

        @Test
        void makesOneUserOfManySimultaneousRegistrations() {
            var email = address();

            var statuses = Race.of(
                    100,
                    i -> answer(users().registerUser()
                                    .body(new UserInput()
                                            .name("Ada")
                                            .email(i % 2 == 0 ? email : email.toUpperCase())
                                            .password(PASSWORD)))
                            .statusCode());

            assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409, 429);
        }

        @ParameterizedTest
        @ValueSource(strings = {"password1234", "PASSWORD1234", "aaaaaaaaaaaaaaaa"})
        void refusesAPasswordThatOthersGuessFirst(String password) {
            var input = new UserInput().name("Ada").email(address()).password(password);

            assertThat(faults(answer(users().registerUser().body(input)))).containsExactly("#/password too_common");
        }

        @Test
        void countsCharactersAndNotBytes() {
            var phrase = "大きな赤いゾウは月の上で踊る".repeat(5).substring(0, 64);

            var answer = answer(users().registerUser()
                    .body(new UserInput().name("Ada").email(address()).password(phrase)));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(signIn(answer.as(User.class).getEmail(), phrase)).isNotEmpty();
        }

        @Test
        void answers409ForAnAddressThatIsTaken() {
            var input = new UserInput().name("Ada").email(customer().getEmail()).password(PASSWORD);

            problem(answer(users().registerUser().body(input)), 409, "duplicate");
        }
    }

    @Nested
    class GetUser {

        @Test
        void answersTheUser() {
            var user = customer();

            assertThat(users().getUser().userIdPath(user.getId()).executeAs(r -> r))
                    .isEqualTo(user);
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(users().getUser().userIdPath(999_999_999)), 404, "not-found");
        }
    }

    @Nested
    class UpdateUser {

        @Test
        void changesWhatIsSentAndKeepsTheRest() {
            var user = customer();

            var updated = update(user, new UserUpdate().name("Ada Lovelace")).as(User.class);

            assertThat(updated).isEqualTo(user.name("Ada Lovelace").updatedAt(updated.getUpdatedAt()));
        }

        @Test
        void changesThePassword() {
            var user = customer();

            update(user, new UserUpdate().password("another horse battery"));

            assertThat(signIn(user.getEmail(), "another horse battery")).isNotEmpty();
            problem(
                    answer(users().signIn()
                            .body(new Credentials().email(user.getEmail()).password(PASSWORD))),
                    401,
                    "unauthenticated");
        }

        @Test
        void answers409ForAnAddressThatIsTaken() {
            problem(
                    update(
                            customer(),
                            new UserUpdate().email(customer().getEmail().toUpperCase())),
                    409,
                    "duplicate");
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(
                    answer(users().updateUser().userIdPath(999_999_999).body(new UserUpdate().name("x"))),
                    404,
                    "not-found");
        }
    }

    @Nested
    class DeleteUser {

        private Response delete(User user, String policy) {
            return answer(users().deleteUser().userIdPath(user.getId()).onDeleteQuery(policy));
        }

        private Product productOf(User user) {
            return product(lamp().userId(user.getId()));
        }

        @Test
        void deletesTheProductsTooByDefault() {
            var user = newcomer();
            var product = productOf(user);

            assertThat(answer(users().deleteUser().userIdPath(user.getId())).statusCode())
                    .isEqualTo(204);

            problem(answer(products().getProduct().idPath(product.getId())), 404, "not-found");
            problem(answer(users().getUser().userIdPath(user.getId())), 404, "not-found");
        }

        @Test
        void answers409AsLongAsOrdersAreOpen() {
            var user = newcomer();
            var product = product(lamp());
            put(user, product, 1);
            var placed = buy(user);
            put(user, product, 1);
            var paid = buy(user);
            answer(move(paid, OrderStatus.PAID));

            for (var policy : List.of("cascade", "set_null", "restrict")) {
                var problem = problem(delete(user, policy), 409, "in-use");
                assertThat(problem.getBlockers()).singleElement().satisfies(blocker -> {
                    assertThat(blocker.getRelation()).isEqualTo("orders");
                    assertThat(blocker.getCount()).isEqualTo(2);
                    assertThat(blocker.getIds()).containsExactly(placed.getId(), paid.getId());
                });
            }
            answer(move(placed, OrderStatus.CANCELLED));
            answer(move(paid, OrderStatus.SHIPPED));
            assertThat(delete(user, "cascade").statusCode()).isEqualTo(204);
        }

        @Test
        void leavesTheProductsToTheShopIfAskedTo() {
            var user = newcomer();
            var product = productOf(user);

            assertThat(delete(user, "set_null").statusCode()).isEqualTo(204);

            assertThat(products()
                            .getProduct()
                            .idPath(product.getId())
                            .executeAs(r -> r)
                            .getUserId())
                    .isNull();
        }

        @Test
        void answers409WithWhatBlocksItIfAskedToRestrict() {
            var user = newcomer();
            var ids = List.of(productOf(user).getId(), productOf(user).getId());

            assertThat(problem(delete(user, "restrict"), 409, "in-use").getBlockers())
                    .singleElement()
                    .satisfies(blocker -> {
                        assertThat(blocker.getCount()).isEqualTo(2);
                        assertThat(blocker.getIds()).isEqualTo(ids);
                    });
            assertThat(delete(newcomer(), "restrict").statusCode()).isEqualTo(204);
        }

        @Test
        void answers404ForAnUnknownOne() {
            problem(answer(users().deleteUser().userIdPath(999_999_999)), 404, "not-found");
        }
    }

    @Nested
    class Offers {

        @Test
        void areFilteredByWhoOffersThem() {
            var user = newcomer();
            var product = product(lamp().userId(user.getId()));

            assertThat(products().listProducts().userIdQuery(user.getId()).executeAs(r -> r))
                    .extracting(Product::getId)
                    .containsExactly(product.getId());
            assertThat(faults(answer(products().createProduct().body(lamp().userId(999_999_999L)))))
                    .containsExactly("#/user_id unknown_reference");
        }
    }
}
