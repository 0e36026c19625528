package shop.kontor.contract.sdk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;
import shop.kontor.GuardedKontorTest;
import shop.kontor.contract.referees.Referees;

/** The Java client, with nothing on its class path but what its pom names. */
@GuardedKontorTest
@Tag("packed")
class JavaClientTest {

    private static final Pattern FILE = Pattern.compile("shop/kontor/sdk/.*|META-INF/.*|([^/]*/)*");

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private DocumentedProgram documented;
    private ShirtStock shirts;
    private Path jar;

    @BeforeEach
    void download() throws Exception {
        documented = new DocumentedProgram(folder, "http://localhost:" + Referees.before(port));
        shirts = new ShirtStock(documented.shop());
        jar = documented.download("kontor-client.jar");
    }

    @Test
    void runsTheDocumentedProgram() throws Exception {
        shirts.add();
        shirts.set(100);

        shirts.isOrdered(run(UTF_8));
    }

    @Test
    void handlesAProblemInAnyCharset() throws Exception {
        var name = shirts.add();
        shirts.set(1);

        for (var charset : List.of(UTF_8, ISO_8859_1)) {
            assertThat(run(charset)).startsWith("Too few: ").contains("productName: " + name, "stock: 1");
        }
    }

    @Test
    void holdsTheClientAndNothingElse() throws Exception {
        assertThat(files("kontor-client.jar"))
                .contains("shop/kontor/sdk/Kontor.class", "META-INF/maven/shop.kontor/kontor-client/pom.xml")
                .allMatch(FILE.asMatchPredicate());
        assertThat(files("kontor-client-sources.jar"))
                .contains("shop/kontor/sdk/Kontor.java", "shop/kontor/sdk/api/OrdersApi.java")
                .allMatch(FILE.asMatchPredicate());
        assertThat(files("kontor-client-javadoc.jar"))
                .contains("index.html", "shop/kontor/sdk/Kontor.html", "shop/kontor/sdk/api/OrdersApi.html");
    }

    @Test
    void needsExactlyWhatItsPomNames() throws Exception {
        var used = new StringWriter();
        var status = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(used),
                        new PrintWriter(used),
                        "-summary",
                        "--multi-release",
                        "17",
                        "--class-path",
                        path(dependencies()),
                        jar.toString());

        assertThat(status).as(used.toString()).isZero();
        assertThat(used.toString().lines().map(line -> line.replaceFirst(".* -> (.*[/\\\\])?", "")))
                .filteredOn(name -> !name.startsWith("java."))
                .containsExactlyInAnyOrderElementsOf(dependencies().stream()
                        .map(d -> d.getFileName().toString())
                        .toList());
    }

    @Test
    void hasCoordinatesOfItsOwn() throws Exception {
        var server = pom(Path.of("pom.xml"));
        var client = pom(documented.download("kontor-client.pom"));

        assertThat(text(client, "groupId")).isEqualTo("shop.kontor");
        assertThat(text(client, "artifactId")).isEqualTo("kontor-client");
        assertThat(text(client, "version")).isEqualTo(text(server, "version"));
        assertThat(Files.readString(folder.resolve("kontor-client.pom"))).doesNotContain("${");
    }

    private String run(Charset charset) throws Exception {
        var program = documented.program("java");
        var source = Stream.of(
                        program.stream().filter(line -> line.startsWith("import ")),
                        Stream.of("class Shopping {", "public static void main(String... arguments) {"),
                        program.stream().filter(line -> !line.startsWith("import ")),
                        Stream.of("}", "}"))
                .flatMap(lines -> lines)
                .toList();
        Files.write(folder.resolve("Shopping.java"), source);
        var classPath = new ArrayList<>(dependencies());
        classPath.add(jar);
        return documented.run(
                charset,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=" + charset,
                        "-Dstdout.encoding=" + charset,
                        "-cp",
                        path(classPath),
                        "Shopping.java"));
    }

    private Set<String> files(String name) throws Exception {
        try (var files = new JarFile(documented.download(name).toFile())) {
            return files.stream().map(Object::toString).collect(Collectors.toSet());
        }
    }

    /** What the pom names, from the local repository of this build. */
    private List<Path> dependencies() throws Exception {
        var named = pom(documented.download("kontor-client.pom"))
                .getElementsByTagName("dependencies")
                .item(1);
        var found = new ArrayList<Path>();
        for (var child = named.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element dependency) {
                found.add(dependency(dependency));
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Path dependency(Element dependency) {
        var home = Path.of(text(dependency, "groupId").replace('.', '/'), text(dependency, "artifactId"));
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file ->
                        file.getNameCount() > 3 && file.getParent().getParent().endsWith(home))
                .findFirst()
                .orElseThrow(() -> new AssertionError(home + " is not among what the server or its tests use"));
    }

    private static String path(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Element pom(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    /** The text of an element's own child. */
    private static String text(Element parent, String name) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent();
            }
        }
        throw new AssertionError("There is no " + name + " in " + parent.getTextContent());
    }
}
