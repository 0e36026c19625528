package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the tables to the contract and to the house style. */
@KontorTest
class SchemaTest {

    private static final JsonNode CONTRACT =
            new YAMLMapper().readTree(Path.of("openapi.yaml").toFile());

    private static final String FOREIGN_KEYS = """
            SELECT k.table_name AS `table`, k.column_name AS `column`, r.delete_rule AS `rule`
            FROM information_schema.referential_constraints r
            JOIN information_schema.key_column_usage k
              ON k.constraint_schema = r.constraint_schema
              AND k.constraint_name = r.constraint_name
              AND k.table_name = r.table_name
            WHERE r.constraint_schema = DATABASE() AND k.ordinal_position = 1
            """;

    /** A check goes with all columns of its table: the servers do not tell which it reads. */
    private static final String NAMES = """
            SELECT 'FOREIGN KEY' AS `type`, k.constraint_name AS `name`, k.table_name AS `table`,
              GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position) AS `columns`
            FROM information_schema.key_column_usage k
            WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
            GROUP BY k.constraint_name, k.table_name
            UNION ALL
            SELECT c.constraint_type, c.constraint_name, c.table_name, GROUP_CONCAT(o.column_name)
            FROM information_schema.table_constraints c
            JOIN information_schema.columns o ON o.table_schema = c.table_schema AND o.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND c.constraint_type = 'CHECK'
            GROUP BY c.constraint_type, c.constraint_name, c.table_name
            UNION ALL
            SELECT IF(i.index_name = 'PRIMARY', 'PRIMARY KEY', IF(i.non_unique = 0, 'UNIQUE', 'INDEX')),
              i.index_name, i.table_name, GROUP_CONCAT(i.column_name ORDER BY i.seq_in_index)
            FROM information_schema.statistics i
            WHERE i.table_schema = DATABASE() AND i.table_name <> 'flyway_schema_history'
            GROUP BY i.table_name, i.index_name, i.non_unique
            """;

    @Autowired
    JdbcTemplate database;

    /** A constraint or an index, with its columns in their order. */
    record Named(String type, String name, String table, List<String> columns) {}

    @Test
    void foreignKeysDoOnADeleteWhatTheContractSays() {
        var promised = CONTRACT.get("x-on-delete").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rule -> rule.getValue().asString()));
        var kept = database.query(
                FOREIGN_KEYS,
                (row, i) -> Map.entry(row.getString("table") + "." + row.getString("column"), row.getString("rule")));
        assertThat(kept).isNotEmpty().containsExactlyInAnyOrderElementsOf(promised.entrySet());
    }

    @Test
    void constraintsAndIndexesAreNamedAfterTheirTableAndColumns() {
        assertThat(named()).extracting(Named::type).contains("FOREIGN KEY", "UNIQUE", "CHECK", "INDEX");
        assertThat(named()).allMatch(SchemaTest::isWellNamed);
        assertThat(Stream.of(
                        new Named("FOREIGN KEY", "fk_products_category_id", "products", List.of("category_id")),
                        new Named("UNIQUE", "tag_name", "tags", List.of("tag_name")),
                        new Named("CHECK", "products_chk_1", "products", List.of("id", "price")),
                        new Named("INDEX", "ix_products_category", "products", List.of("category_id"))))
                .noneMatch(SchemaTest::isWellNamed);
    }

    @Test
    void moneyIsExact() {
        var type = database.queryForObject("""
                SELECT c.column_type AS `type`
                FROM information_schema.columns c
                WHERE c.table_schema = DATABASE() AND c.table_name = 'products' AND c.column_name = 'price'
                """, String.class);
        assertThat(type).isEqualToIgnoringCase("decimal(10,2)");
    }

    @Test
    void whatProductsAreFilteredAndSortedByLeadsAnIndex() {
        var sorts = CONTRACT.at("/components/schemas/ProductSort/enum")
                .valueStream()
                .map(sort ->
                        "products." + sort.asString().replaceFirst("_desc$", "").replace("newest", "created_at"))
                .toList();
        assertThat(named())
                .filteredOn(named -> named.type().matches("PRIMARY KEY|UNIQUE|INDEX"))
                .extracting(index -> index.table() + "." + index.columns().get(0))
                .contains("products.category_id", "products.price", "products.stock", "products.product_name")
                .contains("product_tags.tag_id", "product_words.word")
                .containsAll(sorts);
    }

    private List<Named> named() {
        return database.query(
                NAMES,
                (row, i) -> new Named(
                        row.getString("type"),
                        row.getString("name"),
                        row.getString("table"),
                        List.of(row.getString("columns").split(","))));
    }

    private static boolean isWellNamed(Named named) {
        var of = "_" + named.table() + "_";
        var columns = named.columns();
        return switch (named.type()) {
            case "FOREIGN KEY" -> named.name().equals("fk" + of + columns.get(0).replaceFirst("_id$", ""));
            case "UNIQUE" -> named.name().equals("uq" + of + String.join("_", columns));
            case "CHECK" -> columns.stream().anyMatch(c -> (named.name() + "_").startsWith("ck" + of + c + "_"));
            case "INDEX" ->
                IntStream.rangeClosed(1, columns.size())
                        .anyMatch(i -> named.name().equals("ix" + of + String.join("_", columns.subList(0, i))));
            default -> named.type().equals("PRIMARY KEY");
        };
    }
}
