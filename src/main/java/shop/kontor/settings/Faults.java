package shop.kontor.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with settings, so that an operator reads all of it at once. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void add(String fault) {
        found.add(fault);
    }

    Faults when(boolean wrong, String fault) {
        if (wrong) {
            add(fault);
        }
        return this;
    }

    /**
     * Ends the collection.
     *
     * @throws StartupFailure if there are faults, with a line each
     */
    void raise() {
        if (!found.isEmpty()) {
            throw new StartupFailure(String.join("\n", found));
        }
    }
}
