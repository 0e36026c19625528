package shop.kontor.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.contract.check.Spec;

/** A shop with products that may be hidden, the calls that could tell of it, and the conditions that hide it. */
class HiddenProducts {

    /** More rows than a page of a list looks at. */
    private static final int CROWD = 1_100;

    static final String NAME = "Quetzal" + Long.toString(System.nanoTime(), 36);
    private static final String NUMBERS =
            "(SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                    + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10) ";

    private final JdbcTemplate database;
    private String categories;
    private String tags;
    final long category;
    final long tag;
    private final long common;
    long product;

    HiddenProducts(JdbcTemplate database) {
        this.database = database;
        database.update("INSERT INTO categories (category_name) VALUES (?)", NAME);
        category = database.queryForObject("SELECT MAX(id) FROM categories", Long.class);
        database.update("INSERT INTO tags (tag_name) VALUES (?)", NAME);
        tag = database.queryForObject("SELECT MAX(id) FROM tags", Long.class);
        database.update("INSERT INTO tags (tag_name) VALUES (?)", NAME + " common");
        common = database.queryForObject("SELECT MAX(id) FROM tags", Long.class);
        crowd("crowd", "0.02, 5");
        crowd("crowd of the tag", "0.03, 5");
        database.update(
                "INSERT INTO product_tags (product_id, tag_id) SELECT id, ? FROM products WHERE product_name = ?",
                common,
                "crowd of the tag");
    }

    private void crowd(String name, String priceAndStock) {
        database.update(
                "INSERT INTO products (product_name, price, stock) SELECT ?, %2$s FROM %1$s a, %1$s b, %1$s c LIMIT %3$d"
                        .formatted(NUMBERS, priceAndStock, CROWD),
                name);
    }

    /**
     * Knows where the category and the tag are.
     *
     * @param categories the address of the page that has the category
     * @param tags the address of the page that has the tag
     */
    void open(String categories, String tags) {
        this.categories = categories;
        this.tags = tags;
    }

    /** Makes the product, with the same id each time, and more than a page looks at that are like it. */
    void insert(long userId) {
        crowd(NAME, "0.01, 0");
        database.update(
                "INSERT INTO products (id, product_name, price, stock, sku) VALUES (NULLIF(?, 0), ?, 0.01, 0, ?)",
                product,
                NAME,
                NAME);
        product = database.queryForObject("SELECT id FROM products WHERE sku = ?", Long.class, NAME);
        database.update(
                "UPDATE products SET category_id = ?, user_id = ?, low_stock_at = 5 WHERE product_name = ?",
                category,
                userId,
                NAME);
        database.update(
                "INSERT INTO product_tags (product_id, tag_id) SELECT id, ? FROM products WHERE product_name = ?",
                tag,
                NAME);
        database.update(
                "INSERT INTO product_words (product_id, word) SELECT id, ? FROM products WHERE product_name = ?",
                NAME.toLowerCase(),
                NAME);
    }

    void giveTo(long userId) {
        database.update("UPDATE products SET user_id = ? WHERE product_name = ?", userId, NAME);
    }

    void set(String status) {
        database.update("UPDATE products SET status = ? WHERE product_name = ?", status, NAME);
    }

    void delete() {
        database.update("DELETE FROM products WHERE product_name = ?", NAME);
    }

    void close() {
        delete();
        database.update("DELETE FROM products WHERE product_name IN ('crowd', 'crowd of the tag')");
        database.update("DELETE FROM categories WHERE id = ?", category);
        database.update("DELETE FROM tags WHERE id IN (?, ?)", tag, common);
    }

    /**
     * A request.
     *
     * @param path with {@code {user}} where the id of the caller stands
     * @param body null if it has none
     */
    record Call(String operation, String method, String path, String body) {

        @Override
        public String toString() {
            return operation + " " + path;
        }
    }

    /** A request for each operation of the contract at least; those for rows of other kinds name none that is there. */
    List<Call> calls() {
        var calls = new ArrayList<Call>();
        for (var operation : Spec.INSTANCE.operations) {
            var body = switch (operation.id()) {
                case "createCategory", "updateCategory" -> "{\"category_name\": \"%s\"}".formatted(NAME);
                case "createTag", "updateTag" -> "{\"tag_name\": \"%s\"}".formatted(NAME);
                case "setCartItem" -> "{\"quantity\": 1}";
                case "createProduct", "createProducts", "registerUser", "signIn", "adjustStock" -> "[]";
                case "setOrderStatus" -> "{\"status\": \"paid\"}";
                default -> operation.node().has("requestBody") ? "{}" : null;
            };
            addresses(operation).forEach(path -> calls.add(new Call(operation.id(), operation.method(), path, body)));
        }
        return calls;
    }

    private Stream<String> addresses(Spec.Operation operation) {
        return switch (operation.id()) {
            case "listProducts" -> lists().map(query -> "/api/products?" + query);
            case "listCategories" -> views(categories);
            case "listTags" -> views(tags);
            case "getCategory" -> views("/api/categories/" + category + "?embed_limit=0");
            case "listUsers" -> Stream.of("/api/users?per_page=1");
            case "getTag" -> views("/api/tags/" + tag + "?embed_limit=0");
            case "deleteUser" -> Stream.of("/api/users/{user}?on_delete=restrict");
            default ->
                Stream.of(operation
                        .path()
                        .replace("{user_id}", "{user}")
                        .replace("{product_id}", String.valueOf(product))
                        .replaceFirst("products/\\{id}", "products/" + product)
                        .replaceFirst("categories/\\{id}", "categories/" + category)
                        .replaceFirst("tags/\\{id}", "tags/" + tag)
                        .replace("{id}", "999999999"));
        };
    }

    private static Stream<String> views(String address) {
        return Stream.of(address, address.replace("embed_limit=0", "embed_limit=2"), address + "&product_count=true");
    }

    private Stream<String> lists() {
        var of = "category_id=" + category;
        var queries = Stream.of(
                "sort=id_desc&total=true",
                "sort=newest",
                "sort=price",
                "sort=price&tag_id=" + common, // ends after the rows that it looks at
                "sort=price&tag_id=" + tag,
                "sort=price&q=" + NAME,
                "sort=price&in_stock=false",
                "sort=price&low_stock=true",
                "sort=stock&price_min=0.01&price_max=0.01",
                "sort=stock&user_id={user}",
                "sort=stock&" + of,
                "sort=product_name&" + of,
                "sort=newest&" + of,
                "total=true&" + of,
                "uncategorized=false&user_id={user}&total=true",
                "tag_id=" + tag + "&total=true",
                "q=" + NAME + "&total=true",
                "sku=" + NAME + "&total=true",
                "low_stock=true&" + of,
                "status=active&" + of);
        return queries.map(query -> query + "&per_page=2");
    }

    /** A condition of the SQL, and the operations that it matters to. */
    enum Condition {
        FIND("(WHERE p\\.id = \\? AND )(p\\.status = 'active')()", "getProduct"),
        BLOCKING("( AND )(p\\.status = 'active')( ORDER BY p\\.id LIMIT 10)", "deleteUser"),
        LIST("(p\\.id, p\\.product_name, p\\.price.*? WHERE )(p\\.status = \\?)()", "listProducts"),
        LAST(
                "(\\*/ p\\.id(?: ?, p\\.\\w+)? FROM products p FORCE INDEX \\(\\w+\\) WHERE )(p\\.status = \\?)()",
                "listProducts"),
        COUNT("(COUNT\\(\\*\\) FROM products p .*?WHERE )(p\\.status = \\?)()", "listProducts"),
        TAGGED("(WHERE pt\\.tag_id = \\? AND )(pt\\.status = \\?)( \\))", "listProducts"),
        NAMED("(WHERE )(w\\.status = \\?)( AND w\\.word LIKE)", "listProducts"),
        OF_CATEGORY("(p\\.category_id = \\? AND )(p\\.status = 'active')( ORDER BY)", "getCategory", "listCategories"),
        COUNT_OF_CATEGORY("(\\) AND )(p\\.status = 'active')( GROUP BY)", "getCategory", "listCategories"),
        OF_TAG("(pt\\.tag_id = \\? AND )(pt\\.status = 'active')( ORDER BY)", "getTag", "listTags"),
        COUNT_OF_TAG("(\\) AND )(pt\\.status = 'active')( GROUP BY)", "getTag", "listTags"),
        PUT_IN_CART("(WHERE p\\.id = \\? AND )(p\\.status = 'active')( ON DUPLICATE)", "setCartItem"),
        FEW_OF_CATEGORY(few("category"), "listProducts"),
        FEW_OF_USER(few("user"), "listProducts"),
        FEW_AT_PRICE(few("price"), "listProducts"),
        FEW_IN_STOCK(few("stock"), "listProducts"),
        FEW_LOW_IN_STOCK(few("low_stock"), "listProducts"),
        FEW_TAGGED("(s\\.tag_id = \\? AND )(s\\.status = \\?)()", "listProducts"),
        FEW_NAMED("(WHERE )(s\\.status = \\?)( AND s\\.word)", "listProducts");

        private static final Pattern ANY = Pattern.compile("\\b(p|pt|w|s)\\.status = ");

        private final Pattern place;
        private final List<String> operations;

        Condition(String place, String... operations) {
            this.place = Pattern.compile(place);
            this.operations = List.of(operations);
        }

        List<String> operations() {
            return operations;
        }

        /** The statement without this condition. */
        String remove(String statement) {
            return place.matcher(statement.strip().replaceAll("\\s+", " ")).replaceAll("$1($2 OR TRUE)$3");
        }

        /** How many rows a filter leaves, which decides whether a list ends before it has looked at all of them. */
        private static String few(String filter) {
            return "('" + filter + "', NULL, NULL, COUNT\\(\\*\\) FROM \\( SELECT p\\.id FROM products p FORCE INDEX"
                    + " \\(\\w+\\) WHERE )(p\\.status = \\?)()";
        }

        /** Conditions that are none of these. */
        static List<String> unknown(String statement) {
            var rest = statement.strip().replaceAll("\\s+", " ");
            if (rest.contains(" AS available,")) {
                return List.of(); // of a cart, as ArchivedLinesTest has it
            }
            for (var condition : values()) {
                rest = condition.place.matcher(rest).replaceAll("$1$3");
            }
            return ANY.matcher(rest).find() ? List.of(rest) : List.of();
        }
    }
}
