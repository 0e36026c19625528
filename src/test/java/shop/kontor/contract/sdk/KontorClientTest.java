package shop.kontor.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static shop.kontor.contract.sdk.FakeShop.json;
import static shop.kontor.contract.sdk.FakeShop.nothing;
import static shop.kontor.contract.sdk.FakeShop.problem;
import static shop.kontor.contract.sdk.FakeShop.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.contract.sdk.FakeShop.Request;
import shop.kontor.sdk.Kontor;
import shop.kontor.sdk.ProblemException;
import shop.kontor.sdk.ProblemType;
import shop.kontor.sdk.client.ApiException;
import shop.kontor.sdk.model.OrderStatus;
import shop.kontor.sdk.model.ProductInput;
import shop.kontor.sdk.model.ProductUpdate;
import shop.kontor.sdk.model.StockAdjustment;
import shop.kontor.sdk.model.Tag;
import shop.kontor.sdk.model.TagInput;

/** What the Java client makes of a shop, or of a network, that does not do as it should. */
class KontorClientTest {

    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");
    private static final String PRODUCT = """
            {"id": 6, "product_name": "Lamp", "price": 14.90, "stock": 1, "category_id": null, "user_id": null,
             "category": null, "tags": []}""";
    private static final ProductInput LAMP =
            new ProductInput().productName("Lamp").price(new BigDecimal("14.90"));

    private final FakeShop shop = new FakeShop();
    private final Kontor kontor = Kontor.at(shop.address());
    private final Kontor ada = kontor.signedInAs("ada@example.com", "correct horse battery");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void readsAgainUntilThereIsAnAnswer() {
        shop.replies(problem(503, "unavailable", AT_ONCE), nothing(), reply(502, "<html>", Map.of()), tags(1));

        assertThat(kontor.tags().listTags(null, null, null, null, null)).hasSize(1);
        assertThat(lines()).hasSize(4).containsOnly("GET /api/tags");
    }

    @Test
    void readsFourTimesAndNoMore() {
        shop.replies(unavailable(), unavailable(), unavailable(), unavailable(), tags(1));

        assertProblem(ProblemType.UNAVAILABLE, () -> kontor.tags().getTag(1L, null, null));
        assertThat(lines()).hasSize(4);
    }

    @Test
    void doesNotReadAgainWhatIsRefusedForGood() {
        shop.replies(
                problem(404, "not-found", Map.of()),
                problem(500, "internal", Map.of()),
                problem(503, "query-timeout", Map.of()));

        assertProblem(ProblemType.NOT_FOUND, () -> kontor.tags().getTag(1L, null, null));
        assertProblem(ProblemType.INTERNAL, () -> kontor.tags().getTag(1L, null, null));
        assertProblem(ProblemType.QUERY_TIMEOUT, () -> kontor.tags().getTag(1L, null, null));
        assertThat(lines()).hasSize(3);
    }

    @Test
    void waitsAsLongAsTheShopAsks() {
        shop.replies(problem(429, "too-many-requests", Map.of("Retry-After", "1")), tags(1));
        var start = System.nanoTime();

        kontor.tags().listTags(null, null, null, null, null);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 0001 08:49:37 GMT",
                "-1",
                "-99999999999999999999",
                "1e9",
                "900.5",
                "soon 2099",
                "2099-01-01T00:00:00Z",
                ""
            })
    void readsAgainAtOnceWhenTheTimeToWaitIsOverOrMakesNoSense(String retryAfter) {
        shop.replies(problem(503, "unavailable", Map.of("Retry-After", retryAfter)), tags(1));

        assertThat(kontor.tags().listTags(null, null, null, null, null)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void doesNotWaitForAQuarterOfAnHour(String retryAfter) {
        shop.replies(problem(429, "too-many-requests", Map.of("Retry-After", retryAfter)), tags(1));

        assertProblem(ProblemType.TOO_MANY_REQUESTS, () -> kontor.tags().listTags(null, null, null, null, null));
    }

    @Test
    void sendsAPostThatTakesAKeyAgainWithTheSameKey() {
        shop.replies(unavailable(), nothing(), problem(409, "request-in-progress", Map.of()), json(201, PRODUCT));

        assertThat(kontor.products().createProduct(LAMP, null).getPrice()).isEqualByComparingTo("14.90");
        assertThat(lines()).hasSize(4).containsOnly("POST /api/products");
        assertThat(shop.requests.stream().map(Request::key).distinct())
                .singleElement()
                .satisfies(key -> assertThat(UUID.fromString(key)).isNotNull());
    }

    @Test
    void fillsInAKeyWhereverOneIsTakenAndNowhereElse() {
        kontorIsOut(() -> kontor.products().createProducts(List.of(LAMP), null));
        kontorIsOut(() ->
                kontor.products().adjustStock(7L, new StockAdjustment().delta(1).reason("Found"), null));
        kontorIsOut(() -> kontor.orders().placeOrder(8L, null, null));
        kontorIsOut(() -> kontor.products().createProduct(LAMP, "mine"));
        kontorIsOut(() -> kontor.tags().createTag(new TagInput().tagName("black")));

        assertThat(shop.requests.stream().limit(3).map(Request::key))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(shop.requests.stream().skip(3).map(Request::key)).containsExactly("mine", null);
    }

    @Test
    void tellsAbsentFromNull() {
        kontorIsOut(() -> kontor.orders().placeOrder(8L, null, null));
        kontorIsOut(() -> kontor.products().updateProduct(1L, new ProductUpdate().stock(3), null));
        kontorIsOut(() -> kontor.products().updateProduct(1L, new ProductUpdate().categoryId(null), null));

        assertThat(shop.requests.stream().map(Request::body))
                .containsExactly("", "{\"stock\":3}", "{\"category_id\":null}");
    }

    @Test
    void neverSendsAPostWithoutAKeyAgain() {
        shop.replies(unavailable(), nothing());

        assertProblem(ProblemType.UNAVAILABLE, () -> kontor.tags().createTag(new TagInput().tagName("black")));
        assertThatThrownBy(() -> kontor.tags().createTag(new TagInput().tagName("black")))
                .isInstanceOf(ApiException.class)
                .isNotInstanceOf(ProblemException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void neverSendsAnUpdateOrADeletionAgain() {
        shop.replies(unavailable(), nothing());

        assertProblem(ProblemType.UNAVAILABLE, () -> kontor.products().updateProduct(1L, new ProductUpdate(), null));
        assertThatThrownBy(() -> kontor.products().deleteProduct(1L, null)).hasCauseInstanceOf(IOException.class);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void signsInOnceForAllThreads() {
        shop.replies(session("one"));
        shop.replies(Stream.generate(() -> tags(1)).limit(8).toArray(FakeShop.Reply[]::new));

        IntStream.range(0, 8).parallel().forEach(i -> ada.tags().listTags(null, null, null, null, null));
        assertThat(lines().filter("POST /api/sessions"::equals)).hasSize(1);
        assertThat(shop.requests.stream().skip(1).map(Request::token))
                .hasSize(8)
                .containsOnly("Bearer one");
    }

    @Test
    void signsInAgainWhenTheSessionHasEnded() {
        shop.replies(
                session("one"), unauthenticated(), session("two"), json(201, "{\"id\": 9, \"tag_name\": \"new\"}"));

        assertThat(ada.tags().createTag(new TagInput().tagName("new")).getId()).isEqualTo(9);
        assertThat(lines())
                .containsExactly("POST /api/sessions", "POST /api/tags", "POST /api/sessions", "POST /api/tags");
        assertThat(shop.requests.get(3).token()).isEqualTo("Bearer two");
    }

    @Test
    void signsInAgainOnlyOnceForARequest() {
        shop.replies(session("one"), unauthenticated(), session("two"), unauthenticated());

        assertProblem(ProblemType.UNAUTHENTICATED, () -> ada.users().getUser(7L));
        assertThat(lines()).hasSize(4);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        shop.replies(unauthenticated());

        assertProblem(ProblemType.UNAUTHENTICATED, () -> ada.tags().listTags(null, null, null, null, null));
        assertThat(lines()).containsExactly("POST /api/sessions");
    }

    @Test
    void knowsWhoIsSignedIn() {
        shop.replies(session("one"));

        assertThat(ada.user().getId()).isEqualTo(7);
        assertThatThrownBy(kontor::user).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotWaitForeverForTheRestOfAnAnswer() {
        shop.replies(shop.half(), tags(1), shop.half());
        var hurried = kontor.withTimeout(Duration.ofMillis(500));

        assertThat(hurried.tags().listTags(null, null, null, null, null)).hasSize(1);
        assertThatThrownBy(() -> hurried.tags().createTag(new TagInput().tagName("black")))
                .hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void followsTheLinksToTheLastPage() {
        shop.replies(
                page("</api/tags?per_page=2&cursor=Wz%5D>; rel=\"next\"", 1, 2),
                page("<https://example.com/first>; rel=first, </api/tags?cursor=b>; title=\"b\"; rel=\"last next\"", 3),
                page("</api/tags>; rel=\"prev\"", 4));

        assertThat(allTags().map(Tag::getId)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(lines())
                .containsExactly(
                        "GET /api/tags?per_page=2", "GET /api/tags?per_page=2&cursor=Wz%5D", "GET /api/tags?cursor=b");
    }

    @Test
    void goesOnAfterAnEmptyPage() {
        shop.replies(
                page("</api/tags?cursor=a>; rel=\"next\""), page("</api/tags?cursor=b>; rel=\"next\""), page("", 1));

        assertThat(allTags().map(Tag::getId)).containsExactly(1L);
        assertThat(shop.requests).hasSize(3);
    }

    @Test
    void asksForAPageWhenItIsNeeded() {
        shop.replies(page("</api/tags?cursor=a>; rel=\"next\"", 1, 2));

        var tags = allTags();
        assertThat(shop.requests).isEmpty();
        assertThat(tags.limit(2)).hasSize(2);
        assertThat(shop.requests).hasSize(1);
    }

    @Test
    void doesNotFollowALinkToAnotherServer() {
        shop.replies(session("one"), page("<http://example.com/api/tags?cursor=a>; rel=\"next\"", 1));

        assertThatThrownBy(() -> ada.all(s -> s.tags().listTagsWithHttpInfo(null, 2, null, null, null))
                        .toList())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("http://example.com/");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void takesNoPasswordAndNoTokenElsewhere(int status) {
        try (var elsewhere = new FakeShop()) {
            var moved = reply(status, "", Map.of("Location", elsewhere.address()));
            shop.replies(moved, session("one"), moved, moved);

            var problem = assertProblem(ProblemType.OTHER, ada::user);
            assertThat(problem.getCode()).isEqualTo(status);
            assertProblem(ProblemType.OTHER, () -> ada.tags().getTag(1L, null, null));
            assertProblem(ProblemType.OTHER, () -> ada.tags().createTag(new TagInput().tagName("black")));
            assertThat(elsewhere.requests).isEmpty();
            assertThat(lines())
                    .containsExactly("POST /api/sessions", "POST /api/sessions", "GET /api/tags/1", "POST /api/tags");
        }
    }

    @Test
    void readsWhatANewerShopSays() {
        shop.replies(
                json(200, """
                        {"id": 1, "user_id": null, "status": "refunded", "total": 29.98, "coupon": {"code": "X"},
                         "items": [{"product_id": null, "product_name": "Müller", "price": 14.99, "quantity": 2, "x": 1}],
                         "placed_at": "2026-11-20T09:30:00.123456Z", "updated_at": "2026-11-20T09:30:00.123456Z"}"""),
                reply(
                        409,
                        "{\"type\": \"/problems/eclipse\", \"title\": \"Dark\", \"status\": 409, \"moon\": 1}",
                        Map.of()));

        var order = kontor.orders().getOrder(1L);
        assertThat(order.getStatus()).isEqualTo(OrderStatus.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(order.getTotal()).isEqualTo("29.98");
        assertThat(order.getItems().get(0).getProductName()).isEqualTo("Müller");

        var problem = assertProblem(ProblemType.OTHER, () -> kontor.orders().getOrder(1L));
        assertThat(problem.problem().getType()).isEqualTo("/problems/eclipse");
    }

    @Test
    void takesEachTypeForTheSameInTurkey() {
        var home = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            for (var type : ProblemType.values()) {
                shop.replies(problem(400, type.name().toLowerCase(Locale.ROOT).replace('_', '-'), Map.of()));
                assertProblem(type, () -> kontor.tags().createTag(new TagInput().tagName("black")));
            }
        } finally {
            Locale.setDefault(home);
        }
    }

    @Test
    void tellsWhatIsWrongWithARequest() {
        shop.replies(json(400, """
                {"type": "/problems/invalid-request", "title": "Bad", "status": 400,
                 "errors": [{"pointer": "#/price", "code": "minimum", "detail": "must be 0 or more"}]}"""));

        var problem = assertProblem(
                ProblemType.INVALID_REQUEST, () -> kontor.products().createProduct(LAMP, null));
        assertThat(problem).hasMessageContainingAll("Bad", "#/price", "must be 0 or more");
        assertThat(problem.problem().getErrors().get(0).getCode()).isEqualTo("minimum");
        assertThat(problem.getCode()).isEqualTo(400);
    }

    @Test
    void takesAnAnswerThatIsNotTheShopsForAProblemToo() {
        shop.replies(reply(404, "<html>", Map.of()), reply(418, "null", Map.of()), json(403, "[]"));

        for (var status : List.of(404, 418, 403)) {
            var problem = assertProblem(ProblemType.OTHER, () -> kontor.tags().getTag(1L, null, null));
            assertThat(problem.problem().getStatus()).isEqualTo(status);
        }
    }

    private Stream<Tag> allTags() {
        return kontor.all(s -> s.tags().listTagsWithHttpInfo(null, 2, null, null, null));
    }

    private Stream<String> lines() {
        return shop.requests.stream().map(Request::line);
    }

    private static FakeShop.Reply unavailable() {
        return problem(503, "unavailable", AT_ONCE);
    }

    private static FakeShop.Reply unauthenticated() {
        return problem(401, "unauthenticated", Map.of("WWW-Authenticate", "Bearer"));
    }

    private static FakeShop.Reply session(String token) {
        return json(201, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 900,
                 "user": {"id": 7, "name": "Ada", "email": "ada@example.com", "role": "customer"}}""".formatted(token));
    }

    private static FakeShop.Reply tags(int... ids) {
        return page("", ids);
    }

    private static FakeShop.Reply page(String link, int... ids) {
        var rows = IntStream.of(ids)
                .mapToObj(
                        "{\"id\": %d, \"tag_name\": \"t\", \"products\": [], \"has_more_products\": false}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        return reply(200, rows, Map.of("Link", link));
    }

    private void kontorIsOut(ThrowingCallable call) {
        shop.replies(problem(500, "internal", Map.of()));
        assertProblem(ProblemType.INTERNAL, call);
    }

    private static ProblemException assertProblem(ProblemType type, ThrowingCallable call) {
        var problem = catchThrowableOfType(ProblemException.class, call);
        assertThat(problem).isNotNull();
        assertThat(problem.type()).isEqualTo(type);
        return problem;
    }
}
