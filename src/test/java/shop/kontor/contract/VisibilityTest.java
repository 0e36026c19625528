package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.kontor.client.model.User;
import shop.kontor.contract.HiddenProducts.Call;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;

/** A product that is not for sale is as if it did not exist: every operation answers everybody as when there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityTest extends GuardedContractTest {

    private enum Caller {
        NOBODY,
        CUSTOMER,
        MANAGER
    }

    /** What managers do with a product by its id, or to rows that it prevents from being deleted: they know of it. */
    private static final List<String> MANAGERS_KNOW =
            List.of("getProduct", "updateProduct", "deleteProduct", "adjustStock", "listStockMovements", "deleteUser");

    /** What answers differently when there is a product, if it is for sale. */
    private static final List<String> HOLD_PRODUCTS = List.of(
            "deleteUser",
            "getCategory",
            "getProduct",
            "getTag",
            "listCategories",
            "listProducts",
            "listTags",
            "setCartItem",
            "updateCategory",
            "updateTag");

    private HiddenProducts world;
    private User customer;
    private String customerToken;
    private String managerToken;
    private Map<String, String> none;

    @BeforeAll
    void fillTheShop() {
        world = new HiddenProducts(database);
        customer = newcomer();
        customerToken = tokenOf(customer);
        managerToken = manager();
        world.open(pageWith("/api/categories", world.category), pageWith("/api/tags", world.tag));
        world.insert(customer.getId());
        world.delete();
        none = answers();
        world.insert(customer.getId());
    }

    @AfterAll
    void empty() {
        world.close();
    }

    /** The address of the page of a list that has a row. */
    private String pageWith(String list, long id) {
        for (var address = list + "?embed_limit=0&per_page=100"; address != null; ) {
            var page = raw().get(address);
            if (!page.jsonPath().getList("id", Long.class).contains(id)) {
                address = next(page);
            } else if (address.contains("per_page=100")) {
                address = address.replace("per_page=100", "per_page=5");
            } else {
                return address;
            }
        }
        throw new AssertionError("no row " + id + " in " + list);
    }

    /** What each operation answers each caller, by call. */
    private Map<String, String> answers() {
        var answers = new TreeMap<String, String>();
        database.update("DELETE FROM cart_items WHERE user_id = ?", customer.getId());
        for (var caller : Caller.values()) {
            for (var call : world.calls()) {
                if (caller != Caller.MANAGER || !MANAGERS_KNOW.contains(call.operation())) {
                    answers.put(caller + " " + call, answer(caller, call));
                }
            }
        }
        return answers;
    }

    private String answer(Caller caller, Call call) {
        var isDeleted = call.operation().equals("deleteUser");
        var user = isDeleted ? newcomer() : customer;
        if (isDeleted) {
            world.giveTo(user.getId());
        }
        var token = switch (caller) {
            case NOBODY -> null;
            case CUSTOMER -> isDeleted ? tokenOf(user) : customerToken;
            case MANAGER -> managerToken;
        };
        var request = as(raw(), token);
        if (call.body() != null) {
            request.contentType("application/json").body(call.body());
        }
        if (call.operation().matches("delete(Category|Tag)")) {
            request.header("If-Match", "\"stale\"");
        }
        var response = request.request(
                call.method(), call.path().replace("{user}", user.getId().toString()));
        var headers = Stream.of("Link", "X-Total-Count", "ETag", "Location", "Cache-Control", "Vary")
                .map(name -> response.headers().getValues(name));
        if (isDeleted) {
            world.giveTo(customer.getId());
        }
        return "%d %s %s"
                .formatted(
                        response.statusCode(),
                        headers.toList(),
                        response.asString().replaceAll("\"trace_id\":\"\\w+\"", ""));
    }

    /** The calls that are answered otherwise than when there is no such product. */
    private List<String> tell(Map<String, String> answers) {
        return answers.keySet().stream()
                .filter(call -> !Objects.equals(answers.get(call), none.get(call)))
                .toList();
    }

    private static String operation(String call) {
        return call.split(" ")[1];
    }

    @Test
    void nothingTellsOfAProductThatIsNotForSale() {
        var leaks = new ArrayList<String>();
        var sent = statements.during(() -> {
            for (var status : List.of("draft", "archived")) {
                world.set(status);
                tell(answers()).forEach(call -> leaks.add(status + ": " + call));
            }
        });
        leaks.forEach(System.out::println);
        System.out.printf(
                "visibility: %d operations, %d leaks%n",
                none.keySet().stream().map(VisibilityTest::operation).distinct().count(), leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(sent.stream().distinct())
                .as("conditions that no control takes out")
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(HiddenProducts.Condition.unknown(statement)).isEmpty());
    }

    @Test
    void everyOperationIsCalledAndListsWithEachOfTheirParameters() {
        assertThat(none.keySet().stream().map(VisibilityTest::operation))
                .containsAll(
                        Spec.INSTANCE.operations.stream().map(Operation::id).toList());
        var operation = Spec.INSTANCE.operation("GET", "/api/products").orElseThrow();
        var query = world.calls().stream()
                .filter(call -> call.operation().equals("listProducts"))
                .map(Call::path)
                .collect(Collectors.joining("&"));
        assertThat(Spec.INSTANCE.parameters(operation))
                .extracting(parameter -> parameter.get("name").asString())
                .allMatch(name -> name.equals("cursor") || query.matches(".*[?&]" + name + "=.*"));
    }

    /** The control: if it is for sale, it is seen wherever it can be. */
    @Test
    void aProductThatIsForSaleIsSeen() {
        world.set("active");

        assertThat(new TreeSet<>(
                        tell(answers()).stream().map(VisibilityTest::operation).toList()))
                .containsExactlyElementsOf(HOLD_PRODUCTS);
    }

    @ParameterizedTest
    @EnumSource(HiddenProducts.Condition.class)
    void withoutOneOfTheConditionsSomethingTells(HiddenProducts.Condition condition) {
        world.set("draft");

        statements.rewriting(condition::remove, () -> {
            for (var caller : Caller.values()) {
                for (var call : world.calls()) {
                    var key = caller + " " + call;
                    if (none.containsKey(key)
                            && condition.operations().contains(call.operation())
                            && !answer(caller, call).equals(none.get(key))) {
                        return;
                    }
                }
            }
            throw new AssertionError("nobody notices");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "ARCHIVED"})
    void managersFindItByItsIdAndAskForItsStatus(shop.kontor.client.model.ProductStatus status) {
        world.set(status.getValue());
        var list = "/api/products?sku=" + HiddenProducts.NAME + "&status=" + status.getValue();

        var answer = get("/api/products/" + world.product, manager());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("status")).isEqualTo(status.getValue());
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(String.join(", ", answer.headers().getValues("Vary"))).contains("Authorization");
        assertThat(get(list, manager()).jsonPath().getList("id", Long.class)).containsExactly(world.product);
        assertThat(get(list, tokenOf(customer)).statusCode()).isEqualTo(403);
        assertThat(get(list, null).statusCode()).isEqualTo(401);
        problem(get("/api/products/" + world.product, "void"), 404, "not-found");
    }

    @Test
    void aVoidTokenCountsAsNone() {
        world.set("active");
        var path = "/api/products/" + world.product;

        for (var token : List.of("void", "a.b.c", "?")) {
            var answer = get(path, token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isNull();
            assertThat(answer.header("ETag")).isEqualTo(get(path, manager()).header("ETag"));
        }
    }
}
