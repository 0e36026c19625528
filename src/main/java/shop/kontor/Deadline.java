package shop.kontor;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the process when it has not ended by itself in time, whatever it waits for. */
final class Deadline {

    private static final Logger log = LoggerFactory.getLogger(Deadline.class);

    /** In seconds, from the signal. */
    private static final int LIMIT = 29;

    private Deadline() {}

    /** Watches over the end of the process, from the moment that it is asked to. */
    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            var watch = new Thread(Deadline::end, "deadline");
            watch.setDaemon(true);
            watch.start();
        }));
    }

    private static void end() {
        try {
            TimeUnit.SECONDS.sleep(LIMIT);
        } catch (InterruptedException e) {
            // nobody interrupts it
        }
        log.warn("Kontor did not end within {} seconds: it is ended now.", LIMIT);
        Runtime.getRuntime().halt(1);
    }
}
