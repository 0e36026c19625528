package shop.kontor.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program of .github/SDKS.md in a folder of its own, with what it downloads from the server that it is a client of. */
record DocumentedProgram(Path folder, String shop) {

    /** Downloads one of the files that the server offers. */
    Path download(String file) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(shop + "/sdk/" + file))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve(file)));
        assertThat(answer.statusCode()).as(file).isEqualTo(200);
        return answer.body();
    }

    /** The lines of the program in a language, with the address of this server. */
    List<String> program(String language) throws IOException {
        var document = Files.readString(Path.of(".github/SDKS.md"));
        var block = Pattern.compile("(?s)\n```" + language + "\n(.*?)\n```\n").matcher(document);
        assertThat(block.results()).as(language).hasSize(1);
        block.reset().find();
        assertThat(block.group(1)).contains("http://localhost:8080");
        return block.group(1).replace("http://localhost:8080", shop).lines().toList();
    }

    /** What a command prints, which must succeed. */
    String run(Charset charset, List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.matches(".*JAVA.*_OPTIONS|CLASSPATH|NODE_.*"));
        var process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(() -> "%s has ended".formatted(command))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var printed = Files.readString(output, charset);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
