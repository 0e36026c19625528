package shop.kontor.insomnia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Insomnia without its window: its own importer, from the npm registry, and a click on each request that it imported. */
public final class Insomnia {

    /** The newest there is; later ones are only within the program. */
    private static final String IMPORTERS = "insomnia-importers@3.6.0";

    private static final Path FOLDER = Path.of("target", "insomnia");
    private static Boolean installed;

    private Insomnia() {}

    /** What Insomnia makes of a file. */
    public static JsonNode resources(Path file) {
        return node(file.toString());
    }

    /** What is sent to a server, and answered, when each request of a file is clicked on, in order. */
    public static JsonNode exchanges(Path file, String server) {
        return node(file.toString(), server);
    }

    private static JsonNode node(String... arguments) {
        if (!isInstalled()) {
            throw new TestAbortedException("there is no Node");
        }
        var command = new ArrayList<>(List.of("node", "src/test/node/insomnia.js"));
        command.addAll(List.of(arguments));
        try {
            return Spec.json(run(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized boolean isInstalled() {
        if (installed == null) {
            var options = List.of("--no-save", "--ignore-scripts", "--prefer-offline", "--loglevel=error");
            var command = new ArrayList<>(List.of("npm", "install", "--prefix", FOLDER.toString()));
            command.addAll(options);
            command.add(IMPORTERS);
            try {
                run(command);
                installed = true;
            } catch (IOException e) {
                System.out.println(
                        "SKIPPED, for want of Node: whether Insomnia can use the contract and the collection");
                installed = false;
            }
        }
        return installed;
    }

    /** What a command prints; an exception if there is no such command, an error if it fails. */
    private static byte[] run(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put(
                        "NODE_PATH",
                        FOLDER.resolve("node_modules").toAbsolutePath().toString());
        var process = builder.start();
        var output = process.getInputStream().readAllBytes();
        assertThat(process.onExit().join().exitValue())
                .as(String.join(" ", command))
                .isZero();
        return output;
    }
}
