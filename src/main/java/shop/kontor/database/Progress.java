package shop.kontor.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is being done once that takes longer than a second: a line then, and the next ones after twice as long each, up
 * to a minute, so that hours of work do not fill a log file.
 */
final class Progress implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final String work;
    private final Supplier<String> share;
    private final Thread thread;

    private Progress(String work, Supplier<String> share) {
        this.work = work;
        this.share = share;
        thread = new Thread(this::tell, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins work of which nobody knows how much is done. */
    static Progress of(String work) {
        return new Progress(work, () -> "");
    }

    /**
     * Begins work.
     *
     * @param share what is done of it when it is asked, such as {@code 40 %}
     */
    static Progress of(String work, Supplier<String> share) {
        return new Progress(work, () -> ": " + share.get());
    }

    private void tell() {
        try {
            for (var pause = FIRST; ; pause = pause.multipliedBy(2)) {
                Thread.sleep(Math.min(pause.toMillis(), LONGEST.toMillis()));
                log.info("{} …{}", work, share.get());
            }
        } catch (InterruptedException e) {
            // the work is done
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(); // the next line is somebody else's
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
