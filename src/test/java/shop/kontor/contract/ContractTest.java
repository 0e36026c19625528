package shop.kontor.contract;

import static io.restassured.config.ObjectMapperConfig.objectMapperConfig;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;
import shop.kontor.Statements;
import shop.kontor.client.ApiClient;
import shop.kontor.client.JacksonObjectMapper;
import shop.kontor.client.api.CartApi;
import shop.kontor.client.api.CategoriesApi;
import shop.kontor.client.api.HealthApi;
import shop.kontor.client.api.Oper;
import shop.kontor.client.api.OrdersApi;
import shop.kontor.client.api.PaymentsApi;
import shop.kontor.client.api.ProductsApi;
import shop.kontor.client.api.ShippingApi;
import shop.kontor.client.api.TagsApi;
import shop.kontor.client.api.UsersApi;
import shop.kontor.client.model.Cart;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Category;
import shop.kontor.client.model.CategoryInput;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.PaymentInput;
import shop.kontor.client.model.PaymentKind;
import shop.kontor.client.model.Problem;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductInput;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.ShippingMethod;
import shop.kontor.client.model.ShippingMethodInput;
import shop.kontor.client.model.Tag;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserInput;
import shop.kontor.contract.check.ContractFilter;
import shop.kontor.contract.referees.Detour;

/** What the tests of all tags need: the generated client, rows to work on, and a check of every answer. */
@KontorTest
public abstract class ContractTest {

    public static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    public int port;

    @Autowired
    public JdbcTemplate database;

    @Autowired
    public Statements statements;

    public final CategoriesApi categories() {
        return client().categories();
    }

    public final ProductsApi products() {
        return client().products();
    }

    public final TagsApi tags() {
        return client().tags();
    }

    public final UsersApi users() {
        return client().users();
    }

    public final ShippingApi shipping() {
        return client().shipping();
    }

    public final CartApi carts() {
        return client().cart();
    }

    public final OrdersApi orders() {
        return client().orders();
    }

    public final PaymentsApi payments() {
        return client().payments();
    }

    public final HealthApi health() {
        return client().health();
    }

    private ApiClient client() {
        return as(null);
    }

    /** The client of somebody who has signed in. */
    public final ApiClient as(String token) {
        return ApiClient.api(ApiClient.Config.apiConfig()
                .reqSpecSupplier(() -> token == null ? spec() : spec().addHeader("Authorization", "Bearer " + token)));
    }

    /** A token of the user with this address. */
    public final String signIn(String email, String password) {
        var credentials = new Credentials().email(email).password(password);
        return users().signIn()
                .body(credentials)
                .executeAs(r -> r.then().statusCode(201).extract().response())
                .getAccessToken();
    }

    private RequestSpecBuilder spec() {
        return new RequestSpecBuilder()
                .setBaseUri("http://localhost:" + port)
                .setConfig(RestAssuredConfig.config()
                        .objectMapperConfig(objectMapperConfig().defaultObjectMapper(JacksonObjectMapper.jackson())))
                .addFilter(new Detour(port))
                .addFilter(ContractFilter.INSTANCE);
    }

    /** A request that the generated client would not make; its answer is checked all the same. */
    public final RequestSpecification raw() {
        return io.restassured.RestAssured.given().spec(spec().build()).urlEncodingEnabled(false);
    }

    /** What an operation answers, whatever it is. */
    public static Response answer(Oper operation) {
        return operation.execute(Function.identity());
    }

    /** The problem that an operation answers, which must have this status and type. */
    public static Problem problem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        var problem = answer.as(Problem.class);
        assertThat(problem.getType()).isEqualTo("/problems/" + type);
        assertThat(problem.getStatus()).isEqualTo(status);
        return problem;
    }

    /** Where the faults of an invalid request are, and which rules they break. */
    public static List<String> faults(Response answer) {
        return problem(answer, 400, "invalid-request").getErrors().stream()
                .map(e -> (e.getPointer() != null ? e.getPointer() : e.getParameter()) + " " + e.getCode())
                .toList();
    }

    /** The address of the next page, null on the last. */
    public static String next(Response answer) {
        var link = answer.header("Link");
        return link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }

    /** All rows of a list, page after page; {@code between} runs after each. */
    public final <T> List<T> follow(Response first, Class<T[]> type, Consumer<List<T>> between) {
        var rows = new ArrayList<T>();
        for (var page = first; page != null; ) {
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            rows.addAll(List.of(page.as(type)));
            between.accept(rows);
            var next = next(page);
            page = next == null ? null : raw().get(next);
        }
        return rows;
    }

    /** A name that no other row has. */
    public static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    public final Category category() {
        return categories()
                .createCategory()
                .body(new CategoryInput().categoryName(unique("Jackets")))
                .executeAs(r -> r);
    }

    public final Tag tag() {
        return tags().createTag().body(new TagInput().tagName(unique("black"))).executeAs(r -> r);
    }

    public final Product product(ProductInput input) {
        return products()
                .createProduct()
                .body(input)
                .executeAs(r -> r.then().statusCode(201).extract().response());
    }

    public final Product productIn(Category category) {
        return product(lamp().categoryId(category.getId()));
    }

    /** A customer whose password is {@link #PASSWORD}. */
    public final User customer() {
        return users().registerUser()
                .body(new UserInput().name("Ada").email(address()).password(PASSWORD))
                .executeAs(r -> r.then().statusCode(201).extract().response());
    }

    /** A customer who can't sign in, and so costs no time. */
    public final User newcomer() {
        var email = address();
        database.update("INSERT INTO users (name, email, password_hash) VALUES ('Eve', ?, 'none')", email);
        var id = database.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email);
        return new User().id(id).email(email).name("Eve").role(Role.CUSTOMER);
    }

    public static String address() {
        return UUID.randomUUID() + "@example.com";
    }

    public static ProductInput lamp() {
        return new ProductInput().productName(unique("Lamp")).price(new BigDecimal("19.90"));
    }

    public static ShippingMethodInput parcel() {
        return new ShippingMethodInput()
                .name(unique("Parcel"))
                .price(new BigDecimal("4.90"))
                .countries(List.of("DE", "AT"));
    }

    public final ShippingMethod shippingMethod(ShippingMethodInput input) {
        return shipping()
                .createShippingMethod()
                .body(input)
                .executeAs(r -> r.then().statusCode(201).extract().response());
    }

    /** To Austria and Germany, for 4.90. */
    public final ShippingMethod shippingMethod() {
        return shippingMethod(parcel());
    }

    /** Puts so many of a product into a user's cart. */
    public final Cart put(User user, Product product, int quantity) {
        return carts().setCartItem()
                .userIdPath(user.getId())
                .productIdPath(product.getId())
                .body(new CartItemInput().quantity(quantity))
                .executeAs(r -> r.then().statusCode(200).extract().response());
    }

    /** Buys what is in a user's cart. */
    public final Order buy(User user) {
        return orders().placeOrder()
                .userIdPath(user.getId())
                .executeAs(r -> r.then().statusCode(201).extract().response());
    }

    /** An order of a new customer, of two lamps. */
    public final Order order() {
        var user = newcomer();
        put(user, product(lamp()), 2);
        return buy(user);
    }

    public final Oper move(Order order, OrderStatus status) {
        return orders().setOrderStatus().idPath(order.getId()).body(new OrderStatusInput().status(status));
    }

    /** A transfer of this amount without a reference. */
    public static PaymentInput transfer(String amount) {
        return new PaymentInput().amount(new BigDecimal(amount)).kind(PaymentKind.TRANSFER);
    }

    /** What is answered to a payment for an order. */
    public final Response pay(Order order, PaymentInput payment) {
        return answer(payments().createPayment().idPath(order.getId()).body(payment));
    }

    public final int stock(Product product) {
        return products().getProduct().idPath(product.getId()).executeAs(r -> r).getStock();
    }
}
