package shop.kontor.user;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.TooManyRequests;

/**
 * Hashing is expensive, so only a few hashes are computed at a time, which leaves a core to other requests, and only a few
 * requests wait for their turn. Each share has a queue of its own, and those at the heads of the queues take turns.
 */
@Component
class HashingCapacity {

    private static final int WAITING = 32;
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** @param head so many at the head of the queue wait for a core */
    private record Queue(Semaphore places, Semaphore head) {}

    private final Semaphore cores = new Semaphore(CORES, true);
    private final Map<HashingShare, Queue> queues = new EnumMap<>(HashingShare.class);

    HashingCapacity() {
        for (var share : HashingShare.values()) {
            queues.put(share, new Queue(new Semaphore(CORES + WAITING), new Semaphore(CORES, true)));
        }
    }

    /**
     * Does work when it is its turn.
     *
     * @throws TooManyRequests if too many requests are waiting
     */
    <T> T use(HashingShare share, Supplier<T> work) {
        var queue = Objects.requireNonNull(queues.get(share));
        if (!queue.places.tryAcquire()) {
            throw new TooManyRequests(1);
        }
        try {
            return holding(queue.head, () -> holding(cores, work));
        } finally {
            queue.places.release();
        }
    }

    private static <T> T holding(Semaphore permits, Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
