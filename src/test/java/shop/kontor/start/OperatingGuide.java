package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that OPERATING.md gives, as an operator runs them in a folder. */
record OperatingGuide(Path folder, Map<String, String> settings) {

    private static final Path FILE = Path.of(".github/OPERATING.md");

    /** How a command ended. */
    record Outcome(int exitCode, String output) {}

    /** A block of commands, by its first line. */
    static String commands(String name) throws IOException {
        var block = Pattern.compile("```sh\n# " + name + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(FILE));
        assertThat(block.find()).as("%s in %s", name, FILE).isTrue();
        return block.group(1);
    }

    Outcome run(String commands) throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "shell", ".txt");
        var path = Files.createDirectories(folder.resolve("bin")) + File.pathSeparator + System.getenv("PATH");
        program("mvn", maven());
        var environment = new HashMap<>(settings);
        environment.put("PATH", path);
        var shell = Program.process(environment, List.of("sh", "-c", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as(commands).isTrue();
        return new Outcome(shell.exitValue(), Files.readString(output));
    }

    /** What {@code mvn spring-boot:run} starts, without Maven: the program on the class path of the tests. */
    private static String maven() {
        var java = Program.builder(Map.of(), Program.archived()).command().stream()
                .collect(Collectors.joining("' '", "'", "'"));
        return "test \"$1\" = spring-boot:run && exec %s \"${2#-Dspring-boot.run.arguments=}\"".formatted(java);
    }

    private void program(String name, String line) throws IOException {
        var file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
