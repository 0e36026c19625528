package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.database.Tables;

/** Holds the SQL of each room to the tables that its door names, so that each column is written by one room. */
class TablesTest {

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");

    /** What the mappers of a room do. */
    private record Room(String name, Tables door, List<TableUse> statements) {

        Set<String> all(Function<TableUse, Set<String>> part) {
            return statements.stream().flatMap(use -> part.apply(use).stream()).collect(Collectors.toSet());
        }

        Set<String> writes() {
            return new LinkedHashSet<>(Arrays.asList(door.writes()));
        }
    }

    @Test
    void aRoomReadsOnlyTheTablesThatItsDoorNames() throws IOException {
        assertThat(rooms())
                .allSatisfy(room -> assertThat(unnamed(room, room.all(TableUse::reads)))
                        .as(room.name())
                        .isEmpty());
    }

    @Test
    void aColumnIsWrittenByTheRoomWhoseDoorNamesItOrElseItsTable() throws IOException {
        var rooms = rooms();
        assertThat(rooms)
                .allSatisfy(room -> assertThat(foreign(rooms, room, room.statements()))
                        .as(room.name())
                        .isEmpty());
    }

    @Test
    void everyTableBelongsToOneRoom() throws IOException {
        var created = new ArrayList<String>();
        for (var migration : files(Path.of("db/migration"), ".sql")) {
            CREATED.matcher(Files.readString(migration)).results().forEach(match -> created.add(match.group(1)));
        }
        var owned = rooms().stream().flatMap(room -> room.writes().stream()).toList();
        assertThat(owned).doesNotHaveDuplicates();
        assertThat(owned.stream().filter(name -> !name.contains("."))).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void everyTableThatADoorNamesIsUsed() throws IOException {
        assertThat(rooms()).allSatisfy(room -> {
            assertThat(room.all(TableUse::reads))
                    .as(room.name())
                    .containsAll(List.of(room.door().reads()));
            assertThat(Stream.concat(room.all(TableUse::rows).stream(), room.all(TableUse::columns).stream()))
                    .as(room.name())
                    .containsAll(room.writes());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user | INSERT INTO products (price) VALUES (?)",
                "user | UPDATE products SET user_id = NULL WHERE user_id = ?",
                "user | DELETE FROM products WHERE user_id = ?",
                "catalog | INSERT INTO products (product_name, stock) VALUES (?, ?)",
                "catalog | UPDATE products SET price = COALESCE(?, price), stock = ? WHERE id = ?",
                "stock | UPDATE products p JOIN stock_movements m ON m.product_id = p.id SET p.stock = 1, p.price = 2",
                "stock | DELETE FROM products WHERE stock = 0"
            })
    void refusesWhatAnotherRoomWrites(String name, String sql) throws IOException {
        var rooms = rooms();
        var room = rooms.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(foreign(rooms, room, List.of(TableUse.of(sql)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT p.id FROM products p WHERE p.id = ?",
                "SELECT u.id FROM users u WHERE EXISTS (SELECT 1 FROM products p WHERE p.user_id = u.id)",
                "UPDATE users u LEFT JOIN products p ON p.user_id = u.id SET u.name = p.product_name"
            })
    void refusesWhatTheDoorDoesNotName(String sql) throws IOException {
        var users = rooms().stream()
                .filter(one -> one.name().equals("user"))
                .findFirst()
                .orElseThrow();
        assertThat(unnamed(users, TableUse.of(sql).reads())).containsExactly("products");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT p.id FROM users u, products p",
                "INSERT INTO products VALUES (?)",
                "DELETE p FROM products p",
                "REPLACE INTO products (id) VALUES (1)",
                "UPDATE products p JOIN (SELECT 1 AS stock) c ON TRUE SET c.stock = 1"
            })
    void takesNoStatementThatItCannotRead(String sql) {
        assertThatThrownBy(() -> TableUse.of(sql)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Tables that the door of a room does not name. */
    private static List<String> unnamed(Room room, Set<String> tables) {
        var named = Stream.of(room.door().reads(), room.door().writes())
                .flatMap(Arrays::stream)
                .filter(name -> !name.contains("."))
                .toList();
        return tables.stream().filter(table -> !named.contains(table)).toList();
    }

    /** Tables and columns that are another room's to write. */
    private static List<String> foreign(List<Room> rooms, Room room, List<TableUse> statements) {
        var ownColumns = room.writes();
        var taken = rooms.stream()
                .flatMap(other -> other.writes().stream())
                .filter(name -> !ownColumns.contains(name))
                .collect(Collectors.toSet());
        return statements.stream()
                .flatMap(use -> Stream.concat(
                        use.rows().stream().filter(table -> !ownColumns.contains(table)),
                        use.columns().stream()
                                .filter(column -> !ownColumns.contains(column))
                                .filter(column -> taken.contains(column)
                                        || !ownColumns.contains(column.substring(0, column.indexOf('.'))))))
                .toList();
    }

    private static List<Room> rooms() throws IOException {
        var statements = new TreeMap<String, List<TableUse>>();
        for (var file : files(MapperXml.RESOURCES, "Mapper.xml")) {
            var mapper = MapperXml.of(file);
            var room = mapper.namespace().substring(0, mapper.namespace().lastIndexOf('.'));
            mapper.statements()
                    .forEach(statement -> statements
                            .computeIfAbsent(room, any -> new ArrayList<>())
                            .add(TableUse.of(mapper.sql(statement))));
        }
        assertThat(statements).isNotEmpty();
        return statements.entrySet().stream().map(TablesTest::room).toList();
    }

    private static Room room(Map.Entry<String, List<TableUse>> statements) {
        try {
            var door = Class.forName(statements.getKey() + ".package-info").getAnnotation(Tables.class);
            assertThat(door).as(statements.getKey()).isNotNull();
            var name = statements.getKey().substring(statements.getKey().lastIndexOf('.') + 1);
            return new Room(name, door, statements.getValue());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }
}
