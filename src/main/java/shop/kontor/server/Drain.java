package shop.kontor.server;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import shop.kontor.settings.ShutdownSettings;

/**
 * Ends the server gently, before anything else is closed: for {@code KONTOR_DRAIN_SECONDS} it only announces the end, then it
 * takes no new connections and answers the requests that have begun.
 */
@Component
class Drain implements SmartLifecycle {

    /** In seconds, from the signal; leaves time to close the database within 30. */
    private static final int LIMIT = 24;

    private final ShutdownSettings settings;
    private @Nullable TimedProtocol protocol;
    private volatile boolean isRunning;
    private volatile boolean hasBegun;

    Drain(ShutdownSettings settings) {
        this.settings = settings;
    }

    /** Names what is to be drained. */
    void of(TimedProtocol protocol) {
        this.protocol = protocol;
    }

    /** Whether every answer is the last one of its connection. */
    boolean hasBegun() {
        return hasBegun;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        hasBegun = true;
        isRunning = false;
        if (protocol != null) {
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT);
            protocol.endKeepAlive();
            try {
                TimeUnit.SECONDS.sleep(settings.drainSeconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            protocol.drain(end);
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Not while tests use another server. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
