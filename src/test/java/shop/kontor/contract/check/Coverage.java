package shop.kontor.contract.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec.Operation;

/**
 * Which parts of the contract the tests of this run have produced and used. Each process that runs tests writes a file of
 * its own, where the build names one; the next build begins without.
 */
public final class Coverage {

    public static final Coverage INSTANCE = new Coverage(
            Spec.INSTANCE,
            Optional.ofNullable(System.getProperty("contract.coverage")).map(Path::of));

    private static final String AGAINST = "against the contract: ";

    private final Spec spec;
    private final Optional<Path> file;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    Coverage(Spec spec, Optional<Path> file) {
        this.spec = spec;
        this.file = file;
    }

    /** What all processes have written into a folder. */
    static Coverage of(Spec spec, Path folder) throws IOException {
        var whole = new Coverage(spec, Optional.empty());
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                whole.seen.addAll(Files.readAllLines(file));
            }
        }
        return whole;
    }

    public void saw(Operation operation, Set<String> queryAndHeaders, Answer answer) {
        var status = new ResponseCheck(spec).declaredAs(operation, answer);
        add(response(operation, status, answer.body().length == 0 ? "" : answer.mediaType()));
        answer.headers().keySet().forEach(name -> add(header(operation, status, name)));
        if (answer.status() < 400) {
            queryAndHeaders.forEach(name -> add(parameter(operation, name)));
        }
    }

    void sawAgainstTheContract(Operation operation, Answer answer) {
        add(AGAINST + operation.id() + " " + answer.status());
    }

    private void add(String item) {
        if (seen.add(item)) {
            file.ifPresent(path -> append(path, item));
        }
    }

    /** At once, since nobody says which class of tests is a process's last. */
    private static void append(Path file, String item) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, item + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the contract declares and that a test must produce or use. */
    public Set<String> declared() {
        return declared(false);
    }

    /** What stands under {@code default}: it is for the unforeseen, so nobody must produce it. */
    public Set<String> defaults() {
        return declared(true);
    }

    public Set<String> missing() {
        var missing = new TreeSet<>(declared());
        missing.removeAll(seen);
        return missing;
    }

    public List<String> againstTheContract() {
        return seen.stream().filter(item -> item.startsWith(AGAINST)).toList();
    }

    public boolean has(String item) {
        return seen.contains(item);
    }

    private Set<String> declared(boolean defaults) {
        var all = new TreeSet<String>();
        for (var operation : spec.operations) {
            operation.node().get("responses").propertyStream().forEach(response -> {
                if (response.getKey().equals("default") == defaults) {
                    all.addAll(items(operation, response.getKey()));
                }
            });
            if (!defaults) {
                spec.parameters(operation)
                        .forEach(p -> all.add(parameter(operation, p.get("name").asString())));
            }
        }
        return all;
    }

    private List<String> items(Operation operation, String status) {
        var items = new ArrayList<String>();
        var node = spec.at(operation.at() + "/responses/" + status);
        if (node.path("content").isEmpty()) {
            items.add(response(operation, status, ""));
        }
        node.path("content").propertyNames().forEach(type -> items.add(response(operation, status, type)));
        node.path("headers").propertyNames().forEach(name -> items.add(header(operation, status, name)));
        return items;
    }

    private static String response(Operation operation, String status, String mediaType) {
        return "%s %s %s".formatted(operation.id(), status, mediaType).strip();
    }

    private static String header(Operation operation, String status, String name) {
        return "%s %s header %s".formatted(operation.id(), status, name.toLowerCase());
    }

    private static String parameter(Operation operation, String name) {
        return "%s parameter %s".formatted(operation.id(), name.toLowerCase());
    }
}
