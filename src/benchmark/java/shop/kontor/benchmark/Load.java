package shop.kontor.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A closed loop: each client starts its next step as soon as the last one has ended. */
final class Load {

    private static final int MOST_ERRORS = 100;

    private Load() {}

    /** The durations of a client's steps, in nanoseconds, and the number of those that failed. */
    private record Run(LongStream.Builder durations, long errors) {}

    /**
     * Runs the steps of several clients concurrently.
     *
     * @param step makes the step of one client
     *
     * @throws IllegalStateException if a client has too many errors, with the last of them
     */
    static Measurement run(int connections, Supplier<Step> step, Duration duration) throws InterruptedException {
        var clients = Stream.generate(step).limit(connections).toList();
        var lastError = new AtomicReference<@Nullable Exception>();
        var executor = Executors.newFixedThreadPool(clients.size());
        try {
            var start = System.nanoTime();
            var end = start + duration.toNanos();
            var runs = new ArrayList<Run>();
            for (var run : executor.invokeAll(
                    clients.stream().map(client -> loop(client, end, lastError)).toList())) {
                runs.add(run.get());
            }
            var elapsed = Duration.ofNanos(System.nanoTime() - start);
            var durations = runs.stream().flatMapToLong(run -> run.durations().build());
            return Measurement.of(
                    durations.toArray(), runs.stream().mapToLong(Run::errors).sum(), elapsed);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static Callable<Run> loop(Step client, long end, AtomicReference<@Nullable Exception> lastError) {
        return () -> {
            var durations = LongStream.builder();
            var errors = 0;
            for (var before = System.nanoTime(); before < end; ) {
                try {
                    client.run();
                    var after = System.nanoTime();
                    durations.add(after - before);
                    before = after;
                } catch (NoSuchElementException e) {
                    break;
                } catch (Exception e) {
                    lastError.set(e);
                    if (++errors > MOST_ERRORS) {
                        throw new IllegalStateException("Too many errors", e);
                    }
                    before = System.nanoTime();
                }
            }
            return new Run(durations, errors);
        };
    }
}
