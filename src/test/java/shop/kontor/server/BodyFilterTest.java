package shop.kontor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import shop.kontor.KontorTest;
import shop.kontor.contract.Contract;
import shop.kontor.problem.ProblemWriter;

/** How much memory bodies take together, until they have been answered. */
@KontorTest
class BodyFilterTest {

    private static final int LARGE = 4 * 1024 * 1024;
    private static final long HEAP = 512L * 1024 * 1024;

    /** So many that they can all be received at once, but not all be processed. */
    private static final int BODIES = 12;

    @Autowired
    Contract contract;

    @Autowired
    ProblemWriter problems;

    private static MockHttpServletRequest batch(int length) {
        var request = new MockHttpServletRequest("POST", "/api/product-batches");
        request.setContentType("application/json");
        request.setContent(new byte[length]);
        return request;
    }

    @Test
    @Timeout(30)
    void processesNoMoreBodiesAtOnceThanHaveRoom() throws Exception {
        var filter = new BodyFilter(contract, problems, HEAP);
        var inside = new AtomicInteger();
        var mayLeave = new Semaphore(0);
        var threads = Executors.newFixedThreadPool(BODIES);
        try {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < BODIES; i++) {
                answers.add(threads.submit(() -> {
                    var response = new MockHttpServletResponse();
                    filter.doFilter(batch(LARGE), response, (request, answer) -> {
                        inside.incrementAndGet();
                        mayLeave.acquireUninterruptibly();
                        inside.decrementAndGet();
                    });
                    return response.getStatus();
                }));
            }
            await().untilAsserted(() -> assertThat(inside).hasPositiveValue());
            await().during(Duration.ofMillis(300)).until(() -> inside.get() <= 5);
            mayLeave.release(BODIES);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            mayLeave.release(100);
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(30)
    void processesSmallBodiesByTheHundred() throws Exception {
        var filter = new BodyFilter(contract, problems, HEAP / 16);
        var inside = new CountDownLatch(500);
        var threads = Executors.newFixedThreadPool(500);
        try {
            for (int i = 0; i < 500; i++) {
                threads.submit(() -> {
                    filter.doFilter(batch(500), new MockHttpServletResponse(), (request, answer) -> {
                        inside.countDown();
                        try {
                            inside.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
                    return null;
                });
            }
            inside.await();
            assertThat(inside.getCount()).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void processesAnyBodyAloneHoweverSmallTheHeap() throws Exception {
        var response = new MockHttpServletResponse();
        var length = new AtomicInteger();

        new BodyFilter(contract, problems, LARGE * 16L)
                .doFilter(
                        batch(LARGE),
                        response,
                        (request, answer) -> length.set(request.getInputStream().readAllBytes().length));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(length).hasValue(LARGE);
    }

    /** Whoever reads the answer slowly holds what the body took. */
    @Test
    void leavesRoomForTheAnonymousOnAllConnections() {
        for (var path : List.of("/api/sessions", "/api/users")) {
            var body =
                    contract.operation(new MockHttpServletRequest("POST", path)).body();

            assertThat(2000 * body.memory(body.bytes())).isLessThan(HEAP / 2 / 4);
        }
    }
}
