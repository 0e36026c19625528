package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Holds the mappers' XML to their interfaces and to the house style. */
class MapperXmlTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final List<String> PARTS = List.of("sql", "resultMap", "select", "insert", "update", "delete");
    private static final Pattern METHOD =
            Pattern.compile("^    (?!default|static)[\\w<>, ]+ (\\w+)\\(", Pattern.MULTILINE);
    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\$\\{|(?i:select\\s+(\\w+\\.)?\\*)|parameterType|jdbcType|<cache|(?i:\\b(offset|lateral|returning)\\b)");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?i)\\b(select|distinct|from|(left|inner|cross) join|join|on|where|and|or|not|in|is|null|like|between"
                    + "|exists|case|when|then|else|end|as|group by|having|order by|asc|desc|limit|union|all|for update"
                    + "|skip locked|insert into|values|update|set|delete from|true|false)\\b");
    private static final Pattern CROOKED = Pattern.compile("^( {2})* (?! )\\S.*|^\\s*\t.*", Pattern.MULTILINE);

    /** Breaks every rule. */
    private static final String BROKEN = """
            <mapper namespace="shop.kontor.catalog.TagMapper">
              <select id="count" parameterType="long">
               select * FROM tags WHERE id = ${id} LIMIT 1 OFFSET 2
              </select>
              <sql id="columns">id</sql>
            </mapper>
            """;

    @Test
    void everyMapperHasAFileAtItsOwnPath() throws IOException {
        var interfaces = files(SOURCES, "Mapper.java").map(SOURCES::relativize);
        var files = mappers().stream().map(MapperXml::path);
        assertThat(files.map(file -> file.toString().replace(".xml", "")))
                .containsExactlyInAnyOrderElementsOf(interfaces
                        .map(file -> file.toString().replace(".java", ""))
                        .toList());
    }

    @Test
    void theNamespaceIsThePath() throws IOException {
        holds(mapper -> mapper.path().equals(Path.of(mapper.namespace().replace('.', '/') + ".xml"))
                ? List.of()
                : List.of(mapper.namespace()));
    }

    @Test
    void statementsAreTheMethodsOfTheInterfaceInItsOrder() throws IOException {
        holds(mapper -> {
            var ids = mapper.parts().stream()
                    .filter(part -> PARTS.indexOf(part.getTagName()) > PARTS.indexOf("resultMap"))
                    .map(MapperXmlTest::id)
                    .toList();
            var methods = methods(mapper.namespace());
            return ids.equals(methods) ? List.of() : List.of(ids, methods);
        });
    }

    @Test
    void everyFragmentIsIncluded() throws IOException {
        holds(mapper -> {
            var included = mapper.all("include").stream()
                    .map(e -> e.getAttribute("refid"))
                    .toList();
            return mapper.all("sql").stream()
                    .map(MapperXmlTest::id)
                    .filter(id -> !included.contains(id))
                    .toList();
        });
    }

    @Test
    void nothingForbiddenIsUsed() throws IOException {
        holds(mapper -> found(FORBIDDEN, mapper.text()));
        assertThat(found(FORBIDDEN, BROKEN)).containsExactly("parameterType", "select *", "${", "OFFSET");
    }

    @Test
    void keywordsAreInUpperCase() throws IOException {
        holds(mapper -> found(KEYWORD, mapper.sql()).stream()
                .filter(keyword -> !keyword.equals(keyword.toUpperCase()))
                .toList());
    }

    @Test
    void linesAreIndentedByTwoSpaces() throws IOException {
        holds(mapper -> found(CROOKED, mapper.text()));
        assertThat(found(CROOKED, "<a>\n  <b>\n   three\n\ttab\n  \tboth\n")).hasSize(3);
    }

    @Test
    void partsAreInTheirOrder() throws IOException {
        holds(mapper -> {
            var ranks = mapper.parts().stream()
                    .map(Element::getTagName)
                    .map(PARTS::indexOf)
                    .toList();
            return ranks.equals(ranks.stream().sorted().toList()) && !ranks.contains(-1) ? List.of() : ranks;
        });
    }

    /** What is wrong with a mapper; nothing if nothing. */
    private interface Rule {

        Collection<?> faults(MapperXml mapper) throws IOException;
    }

    private static void holds(Rule rule) throws IOException {
        for (var mapper : mappers()) {
            assertThat(rule.faults(mapper)).as("%s", mapper.path()).isEmpty();
        }
        var broken = MapperXml.of(Path.of("shop/kontor/catalog/LampMapper.xml"), BROKEN);
        assertThat(rule.faults(broken))
                .as("the rule on a mapper that breaks it")
                .isNotEmpty();
    }

    private static List<MapperXml> mappers() throws IOException {
        var mappers = new ArrayList<MapperXml>();
        for (var file : files(MapperXml.RESOURCES, "Mapper.xml").toList()) {
            mappers.add(MapperXml.of(file));
        }
        assertThat(mappers).isNotEmpty();
        return mappers;
    }

    private static Stream<Path> files(Path folder, String end) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        }
    }

    /** The methods that MyBatis must answer, as the source has them; inherited ones are redeclared there. */
    private static List<String> methods(String type) throws IOException {
        var source = Files.readString(SOURCES.resolve(type.replace('.', '/') + ".java"));
        var methods =
                METHOD.matcher(source).results().map(match -> match.group(1)).toList();
        try {
            assertThat(methods)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Class.forName(type).getMethods())
                                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                    .map(Method::getName)
                                    .collect(Collectors.toSet()));
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
        return methods;
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
