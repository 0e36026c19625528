package shop.kontor.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import shop.kontor.sdk.api.CartApi;
import shop.kontor.sdk.api.CategoriesApi;
import shop.kontor.sdk.api.HealthApi;
import shop.kontor.sdk.api.OrdersApi;
import shop.kontor.sdk.api.ProductsApi;
import shop.kontor.sdk.api.TagsApi;
import shop.kontor.sdk.api.UsersApi;
import shop.kontor.sdk.client.ApiClient;
import shop.kontor.sdk.client.ApiException;
import shop.kontor.sdk.client.ApiResponse;
import shop.kontor.sdk.model.Credentials;
import shop.kontor.sdk.model.User;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of one shop, for programs that buy from it or manage it. Immutable and thread-safe.
 *
 * <p>Rejected requests throw a {@link ProblemException}. Any other {@link ApiException} means that there was no response.
 * Reads, and POSTs that accept an {@code Idempotency-Key}, are retried when that may help. No redirect is followed: it could
 * take a password or a token elsewhere.
 */
public final class Kontor {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Omits an absent body; the generated client would send the literal null. */
    private static final JsonMapper MAPPER =
            new JsonMapper(((JsonMapper) ApiClient.createDefaultObjectMapper()).rebuild()) {
                @Override
                public byte[] writeValueAsBytes(Object body) {
                    return body == null ? new byte[0] : super.writeValueAsBytes(body);
                }
            };

    private final URI address;
    private final HttpClient http;
    private final Duration timeout;
    private final Session session;
    private final ApiClient client;

    private Kontor(URI address, HttpClient http, Duration timeout, Session session, URI page) {
        this.address = address;
        this.http = http;
        this.timeout = timeout;
        this.session = session;
        var transport = new Transport(http, timeout, session);
        client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return transport;
            }
        };
        client.setObjectMapper(MAPPER);
        client.updateBaseUri(address.toString());
        client.setRequestInterceptor(page == null ? null : request -> request.uri(page));
    }

    /** A client of the shop at this base URL, such as {@code http://localhost:8080}, without a user. */
    public static Kontor at(String address) {
        var http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new Kontor(URI.create(address.replaceFirst("/+$", "")), http, TIMEOUT, Session.NONE, null);
    }

    /** A client of the same shop for a user: signs in with the first request, and again when its token expires. */
    public Kontor signedInAs(String email, String password) {
        var credentials = new Credentials().email(email).password(password);
        var anybody = new Kontor(address, http, timeout, Session.NONE, null);
        return new Kontor(
                address, http, timeout, new Session(() -> anybody.users().signIn(credentials)), null);
    }

    /** A client of the same shop with this timeout for each response; the default is 30 seconds. */
    public Kontor withTimeout(Duration timeout) {
        return new Kontor(address, http, timeout, session, null);
    }

    /** The user who is signed in. */
    public User user() {
        return session.user();
    }

    /**
     * The rows of all pages of a list. Pages are requested lazily.
     *
     * @param list a call of a list operation, such as {@code shop -> shop.tags().listTagsWithHttpInfo(…)}
     */
    public <T> Stream<T> all(Function<Kontor, ApiResponse<List<T>>> list) {
        return Stream.of(list)
                .flatMap(first -> Stream.iterate(first.apply(this), Objects::nonNull, page -> next(page, list)))
                .flatMap(page -> page.getData().stream());
    }

    private <T> ApiResponse<List<T>> next(ApiResponse<?> page, Function<Kontor, ApiResponse<List<T>>> list) {
        return Link.next(page.getHeaders())
                .map(link -> list.apply(new Kontor(address, http, timeout, session, own(address.resolve(link)))))
                .orElse(null);
    }

    /** Never sends the token to another host. */
    private URI own(URI link) {
        if (!address.resolve("/").equals(link.resolve("/"))) {
            throw new ApiException("The link to the next page leaves the shop: " + link);
        }
        return link;
    }

    public UsersApi users() {
        return new UsersApi(client);
    }

    public CategoriesApi categories() {
        return new CategoriesApi(client);
    }

    public ProductsApi products() {
        return new ProductsApi(client);
    }

    public TagsApi tags() {
        return new TagsApi(client);
    }

    public CartApi cart() {
        return new CartApi(client);
    }

    public OrdersApi orders() {
        return new OrdersApi(client);
    }

    public HealthApi health() {
        return new HealthApi(client);
    }
}
