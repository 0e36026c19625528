package shop.kontor.architecture;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which tables a statement touches, read from its text as the house style has it: keywords in upper case, names in lower.
 *
 * @param reads the tables that it looks at
 * @param rows the tables whose rows it inserts or deletes
 * @param columns those that it sets, as {@code table.column}
 */
record TableUse(Set<String> reads, Set<String> rows, Set<String> columns) {

    private static final Pattern TABLE =
            Pattern.compile("(?:\\bFROM|\\bJOIN|(?<!FOR |KEY )\\bUPDATE) ([a-z_]+)(?: ([a-z_]+))?");
    private static final Pattern COMMA_JOIN = Pattern.compile("(?:FROM|JOIN) [a-z_]+(?: [a-z_]+)? ?,");
    private static final Pattern INSERT = Pattern.compile("^INSERT INTO ([a-z_]+) \\(([a-z_, ]+)\\)");
    private static final Pattern DELETE = Pattern.compile("^DELETE FROM ([a-z_]+)");
    private static final Pattern UPDATE = Pattern.compile("^UPDATE ([a-z_]+).*? SET (.*?)(?: WHERE .*)?$");
    private static final Pattern UPSERT = Pattern.compile(" ON DUPLICATE KEY UPDATE (.*)$");
    private static final Pattern ASSIGNMENT = Pattern.compile("^ ?(?:([a-z_]+)\\.)?([a-z_]+) ?=");

    /**
     * Reads a statement.
     *
     * @throws IllegalArgumentException if it is written in a way that this can't read
     */
    static TableUse of(String sql) {
        require(!COMMA_JOIN.matcher(sql).find(), sql);
        var use = new TableUse(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        var aliases = new HashMap<String, String>();
        TABLE.matcher(sql).results().forEach(match -> {
            use.reads.add(match.group(1));
            aliases.put(match.group(2) == null ? match.group(1) : match.group(2), match.group(1));
        });
        INSERT.matcher(sql).results().forEach(match -> {
            use.rows.add(match.group(1));
            for (var column : match.group(2).split(",")) {
                use.columns.add(match.group(1) + "." + column.strip());
            }
            var flat = flat(sql);
            UPSERT.matcher(flat).results().forEach(set -> use.assign(set.group(1), match.group(1), aliases, sql));
        });
        UPDATE.matcher(flat(sql)).results().forEach(match -> use.assign(match.group(2), match.group(1), aliases, sql));
        DELETE.matcher(sql).results().forEach(match -> use.rows.add(match.group(1)));
        require(sql.matches("^\\(? ?SELECT .*") || !use.rows.isEmpty() || !use.columns.isEmpty(), sql);
        return use;
    }

    private void assign(String assignments, String target, Map<String, String> aliases, String sql) {
        for (var assignment : assignments.split(",")) {
            var column = ASSIGNMENT.matcher(assignment);
            require(column.find(), sql);
            var table = column.group(1) == null ? target : aliases.get(column.group(1));
            require(table != null, sql);
            columns.add(table + "." + column.group(2));
        }
    }

    /** Without what stands in brackets. */
    private static String flat(String sql) {
        var flat = sql.replaceAll("\\([^()]*\\)", "");
        return flat.equals(sql) ? sql.replaceAll(" +", " ") : flat(flat);
    }

    private static void require(boolean condition, String sql) {
        if (!condition) {
            throw new IllegalArgumentException(sql);
        }
    }
}
