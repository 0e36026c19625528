package shop.kontor.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern READY = Pattern.compile("ready: (http://\\S+)\\s");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final String url;
    private final Duration start;

    private ServerProcess(Process process, Path output) throws IOException, InterruptedException {
        this.process = process;
        var begin = System.nanoTime();
        for (; ; Thread.sleep(10)) {
            var isEnd = !process.isAlive() || System.nanoTime() - begin > LIMIT.toNanos();
            var ready = READY.matcher(Files.readString(output));
            if (ready.find()) {
                url = ready.group(1);
                start = Duration.ofNanos(System.nanoTime() - begin);
                return;
            }
            if (isEnd) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start: " + Files.readString(output));
            }
        }
    }

    /** Starts Kontor on any port, from what its command {@code prepare} has made. */
    static ServerProcess kontor(Plan plan, Map<String, String> settings) throws IOException, InterruptedException {
        return start(plan, settings, "@" + options(plan));
    }

    /** Starts Kontor on any port from its jar. */
    static ServerProcess jar(Plan plan, Map<String, String> settings) throws IOException, InterruptedException {
        return start(plan, settings, "-jar", plan.jar().toAbsolutePath().toString());
    }

    /** Starts a bare Spring MVC server, with the same collector and the like as Kontor. */
    static ServerProcess bare(Plan plan, Map<String, String> settings) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(Files.readAllLines(options(plan)));
        arguments.removeIf(option -> !option.startsWith("-XX:+"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), BareRoute.class.getName()));
        arguments.addAll(List.of("--benchmark.size=" + plan.size(), "--benchmark.connections=" + plan.connections()));
        return start(plan, settings, arguments.toArray(String[]::new));
    }

    private static Path options(Plan plan) {
        return plan.jar().toAbsolutePath().resolveSibling("kontor-unpacked").resolve("options");
    }

    /** Runs a command of Kontor, such as {@code schema}, to its end. */
    static void command(Plan plan, Map<String, String> settings, String name) throws IOException, InterruptedException {
        var command =
                builder(plan, settings, "-jar", plan.jar().toAbsolutePath().toString(), name);
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("The command %s failed".formatted(name));
        }
    }

    private static ServerProcess start(Plan plan, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(plan.report());
        var output = Files.createTempFile(plan.report(), "server", ".log");
        var builder =
                builder(plan, settings, arguments).redirectErrorStream(true).redirectOutput(output.toFile());
        return new ServerProcess(builder.start(), output);
    }

    private static ProcessBuilder builder(Plan plan, Map<String, String> settings, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Arrays.asList(plan.javaOptions().split(" ")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(new File(System.getProperty("java.io.tmpdir")));
        builder.environment().putAll(settings);
        builder.environment().put("PORT", "0");
        return builder;
    }

    String url() {
        return url;
    }

    /** The time from the start of the process to its first accepted connection. */
    Duration start() {
        return start;
    }

    /** The CPU time that it has used. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its resident memory in MB, or 0 where the system does not tell. */
    long memory() throws IOException {
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        var resident = RESIDENT.matcher(Files.exists(status) ? Files.readString(status) : "");
        return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : 0;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
