package shop.kontor.contract.referees;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import shop.kontor.contract.check.Spec;

/**
 * Prism and Atlassian's validator, between the clients of the tests and their servers: only where {@code .ci/referees} has
 * installed them and asks for them.
 */
public final class Referees {

    static final Path FOLDER = Path.of("target", "referees");

    /** One for each server, by its port. */
    private static final Map<Integer, Integer> PORTS = new HashMap<>();

    private Referees() {}

    public static boolean areThere() {
        return Boolean.getBoolean("referees");
    }

    /** The port at which a server is asked so that they see it, which is its own where they are not there. */
    public static synchronized int before(int port) {
        return areThere() ? PORTS.computeIfAbsent(port, server -> before(server, Spec.FILE, verdicts(server))) : port;
    }

    private static Path verdicts(int server) {
        return FOLDER.resolve(
                "verdicts-%d-%d.jsonl".formatted(ProcessHandle.current().pid(), server));
    }

    /**
     * Has them watch a server.
     *
     * @return the port at which to ask it
     */
    static int before(int server, Path contract, Path verdicts) {
        try {
            var prism = freePort();
            start(
                    "node",
                    FOLDER.resolve("node_modules/@stoplight/prism-cli/dist/index.js")
                            .toString(),
                    "proxy",
                    contract.toString(),
                    address(server),
                    "--port=" + prism,
                    "--cors=false",
                    "--verboseLevel=error");
            await(prism);
            var referee = start(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    FOLDER.resolve("lib") + "/*",
                    "src/test/referee/Referee.java",
                    contract.toString(),
                    address(prism),
                    address(server),
                    verdicts.toString());
            return Integer.parseInt(
                    new BufferedReader(new InputStreamReader(referee.getInputStream(), UTF_8)).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(String... command) throws IOException {
        Files.createDirectories(FOLDER);
        var log = FOLDER.resolve("log.txt").toFile();
        var process = new ProcessBuilder(List.of(command))
                .redirectError(ProcessBuilder.Redirect.appendTo(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(int port) throws IOException {
        for (var attempt = 0; ; attempt++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                if (attempt == 300) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }
}
