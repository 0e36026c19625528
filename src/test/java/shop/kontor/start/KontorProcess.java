package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import shop.kontor.contract.check.ContractFilter;

/** The program as its user starts it: in a process of its own, and in a folder where nothing else is set. */
public final class KontorProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern OPEN = Pattern.compile("(?m)^.*http://localhost:(\\d+)(?:\"|\\R)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path output;
    private List<ProcessHandle> children = List.of();

    private KontorProcess(ProcessBuilder builder) throws IOException {
        output = Files.createTempFile(builder.directory().toPath(), "output", ".txt");
        process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Starts it, with these settings in the environment and these arguments. */
    public static KontorProcess start(Path folder, Map<String, String> settings, String... arguments) {
        return run(folder, settings, Program.archived(arguments));
    }

    /** Starts it as it is in the jar, where the embedded database is not. */
    static KontorProcess startWithoutEmbeddedDatabase(Path folder, Map<String, String> settings) {
        return run(folder, settings, Program.withoutEmbeddedDatabase());
    }

    /** Starts the packaged jar. */
    public static KontorProcess startJar(Path folder, Map<String, String> settings) {
        var jar = Path.of("target", "kontor.jar").toAbsolutePath();
        return run(folder, settings, List.of("-jar", jar.toString()));
    }

    private static KontorProcess run(Path folder, Map<String, String> settings, List<String> program) {
        var builder = Program.builder(settings, program);
        try {
            Files.createDirectories(folder);
            return new KontorProcess(builder.directory(folder.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as soon as it says so. */
    int port() {
        await().atMost(LIMIT)
                .until(() -> !process.isAlive() || OPEN.matcher(output()).find());
        var open = OPEN.matcher(output());
        assertThat(open.find()).as("an address in: %s", output()).isTrue();
        return Integer.parseInt(open.group(1));
    }

    /** Its address. */
    public String url() {
        return "http://localhost:" + port();
    }

    /** What it answers to a request; the body may be null. */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, "");
    }

    /** What it answers to whom it gave this token. */
    HttpResponse<String> send(String method, String path, String body, String token) {
        return send(method, path, body, token, "");
    }

    /** What it answers to a request with an idempotency key. */
    HttpResponse<String> send(String method, String path, String body, String token, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            var sent = request.build();
            var answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
            ContractFilter.INSTANCE.hold(sent, body, answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(output(), e);
        }
    }

    /** What it says before it is open, as one text. */
    String says() {
        port();
        return output();
    }

    /** How it ends by itself, as its exit code. */
    int exitCode() {
        try {
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("Kontor has ended; it says: %s", output())
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The one line that it prints instead of opening. */
    public String refusal() {
        var exitCode = exitCode();
        assertThat(exitCode).as("exit code after: %s", output()).isNotZero();
        return assertThat(output().lines().filter(Predicate.not(String::isBlank)))
                .as("lines before exit code %d", exitCode)
                .singleElement(InstanceOfAssertFactories.STRING)
                .doesNotContain("\tat ", "Exception")
                .actual();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The server of its embedded database, if that runs. */
    public Optional<ProcessHandle> database() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .findFirst();
    }

    /** Asks it to end, as Ctrl-C does, and does not wait. */
    void signal() {
        children = process.descendants().toList();
        process.destroy();
    }

    /** Asks it to end; its database ends with it, but on Windows, where a process can't be asked. */
    public void stop() {
        signal();
        awaitEnd();
    }

    /** Waits until it and its database have ended, as they were asked to. */
    void awaitEnd() {
        exitCode();
        if (process.supportsNormalTermination()) {
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    /** Ends it at once, whatever it does: its database lives on. */
    public void kill() {
        children = process.descendants().toList();
        process.destroyForcibly();
        exitCode();
    }

    /** Leaves nothing of it running. */
    @Override
    public void close() {
        if (isRunning()) {
            kill();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child ->
                child.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join());
    }
}
