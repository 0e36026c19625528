package shop.kontor.contract.referees;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** What the referees say of one request and its answer. */
record Verdict(JsonNode node) {

    static final List<String> REFEREES = List.of("Prism", "Atlassian");

    /** What is answered to a request that breaks the contract, or to a caller who is unknown or may not send it at all. */
    private static final Set<Integer> OF_BAD_REQUESTS = Set.of(400, 401, 403, 406, 415);

    /** All that were written into a file so far. */
    static List<Verdict> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> new Verdict(Spec.json(line.getBytes(UTF_8))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int status() {
        return node.get("status").asInt();
    }

    /** The operation and the status as the contract declares it. */
    Stream<String> declared() {
        return Spec.INSTANCE
                .operation(node.get("method").asString(), node.get("path").asString())
                .map(operation -> operation.id() + " " + status())
                .stream();
    }

    /** What a referee has against the answer, or against a request that the server did not refuse for its form. */
    List<String> faults(String referee) {
        return Stream.concat(
                        of(referee, "response"),
                        OF_BAD_REQUESTS.contains(status())
                                ? Stream.empty()
                                : of(referee, "request").filter(fault -> !isOfOpenServers(fault)))
                .toList();
    }

    private Stream<String> of(String referee, String side) {
        return node.get(referee).get(side).valueStream().map(JsonNode::asString);
    }

    /** A server without a secret takes whoever sends no token for a manager, as the contract says in words. */
    private boolean isOfOpenServers(String fault) {
        return !node.get("authorized").asBoolean() && fault.contains("\"code\":401");
    }
}
