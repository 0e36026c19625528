package shop.kontor.contract.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import shop.kontor.GuardedKontorTest;
import shop.kontor.contract.referees.Referees;

/** The TypeScript client, installed from its package into an empty folder; only where {@code -Pnpm} has built it. */
@GuardedKontorTest
@Tag("packed")
class TypeScriptClientTest {

    private static final String NPM = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
    private static final Path TSC = Path.of("target/sdk/typescript/node_modules/typescript/bin/tsc");

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private DocumentedProgram documented;
    private ShirtStock shirts;

    @BeforeAll
    static void isBuilt() {
        if (Files.notExists(Path.of("target/classes/static/sdk/kontor-client.tgz"))) {
            System.err.println("NOT TESTED: the TypeScript client. With Node 20 or later, mvn -Pnpm verify does.");
            abort();
        }
    }

    @BeforeEach
    void install() throws Exception {
        documented = new DocumentedProgram(folder, "http://localhost:" + Referees.before(port));
        shirts = new ShirtStock(documented.shop());
        documented.download("kontor-client.tgz");
        run(NPM, "install", "--offline", "--no-audit", "--no-fund", "kontor-client.tgz");
    }

    @Test
    void runsTheDocumentedProgram() throws Exception {
        shirts.add();
        shirts.set(100);

        shirts.isOrdered(program());
    }

    @Test
    void handlesAProblem() throws Exception {
        var name = shirts.add();
        shirts.set(1);

        assertThat(program()).startsWith("Too few: ").contains(name, "stock: 1");
    }

    @Test
    void needsNoOtherPackage() throws Exception {
        try (var packages = Files.list(folder.resolve("node_modules"))) {
            assertThat(packages.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("kontor-client", ".package-lock.json");
        }
        var described = Files.readString(folder.resolve("node_modules/kontor-client/package.json"));
        assertThat(described).contains("\"type\": \"module\"").doesNotContain("\"dependencies\"", "0.0.0");
    }

    @Test
    void copesWithShopsAndNetworksThatDoNotDoAsTheyShould() throws Exception {
        Files.copy(Path.of("src/sdk/typescript/test/kontor.test.mjs"), folder.resolve("kontor.test.mjs"));

        assertThat(run("node", "--test", "kontor.test.mjs"))
                .contains("\n# fail 0")
                .doesNotContain("\n# pass 0");
    }

    /** Checks the types of the program strictly, and runs it. */
    private String program() throws Exception {
        Files.write(folder.resolve("shopping.mts"), documented.program("typescript"));
        run(
                "node",
                TSC.toAbsolutePath().toString(),
                "--strict",
                "--target",
                "es2022",
                "--module",
                "nodenext",
                "shopping.mts");
        return run("node", "shopping.mjs");
    }

    private String run(String... command) throws Exception {
        return documented.run(UTF_8, List.of(command));
    }
}
