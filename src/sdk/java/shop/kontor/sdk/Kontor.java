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
 * A shop, as a program sees it that buys or keeps it. It never changes and may be shared by threads.
 *
 * <p>What the shop refuses is a {@link ProblemException}; an {@link ApiException} of no other class means that no answer
 * came. Reads, and POSTs that take an {@code Idempotency-Key}, are sent again when that may help.
 */
public final class Kontor {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Leaves a body away that there is none of; the generated client would send the word null. */
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

    /** The shop at an address, such as {@code http://localhost:8080}; nobody is signed in. */
    public static Kontor at(String address) {
        return new Kontor(
                URI.create(address.replaceFirst("/+$", "")), HttpClient.newHttpClient(), TIMEOUT, Session.NONE, null);
    }

    /** The same shop for a user: signs in with the first request, and again whenever the session has ended. */
    public Kontor signedInAs(String email, String password) {
        var credentials = new Credentials().email(email).password(password);
        var anybody = new Kontor(address, http, timeout, Session.NONE, null);
        return new Kontor(
                address, http, timeout, new Session(() -> anybody.users().signIn(credentials)), null);
    }

    /** The same shop, given so long for each answer; half a minute if nothing else is said. */
    public Kontor withTimeout(Duration timeout) {
        return new Kontor(address, http, timeout, session, null);
    }

    /** Who is signed in. */
    public User user() {
        return session.user();
    }

    /**
     * The rows of all pages of a list, of which a page is asked for when it is needed.
     *
     * @param list one call of an operation that lists, such as {@code shop -> shop.tags().listTagsWithHttpInfo(…)}
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

    /** Nobody else is to see the token. */
    private URI own(URI link) {
        if (!address.resolve("/").equals(link.resolve("/"))) {
            throw new ApiException("The next page is not the shop's: " + link);
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
}
