package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import shop.kontor.contract.Race;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.network.Wire;

/** Asks the program to end while it is busy: whoever has sent a byte is answered. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end")
class StopTest extends ProcessTest {

    private static final String GET = "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String READY = "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String BODY = "{\"tag_name\": \"slow\"}";
    private static final String POST = "POST /api/tags HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n";

    private enum End {
        ANSWERED,
        CLOSED,
        LOST,
        SIGNALLED
    }

    @Test
    void answersEveryRequestThatReachesItOnAConnectionThatWasOpen() throws IOException {
        var shop = start(folder("kept"), ANY_PORT);
        var wires = connections(shop, 400);
        // keeps the server from ending at once
        var slow = new Wire(shop.port()).send(POST);

        var answered = new AtomicInteger();
        var ends = Race.of(wires.size() + 1, i -> {
            if (i < wires.size()) {
                return endOf(wires.get(i), answered);
            }
            await().until(() -> answered.get() > 5 * wires.size());
            shop.signal();
            return End.SIGNALLED;
        });
        assertThat(slow.send(BODY).answer(true).status()).isIn(201, 408);
        shop.awaitEnd();

        System.out.println("stop: "
                + ends.stream().collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting())));
        assertThat(ends).doesNotContain(End.LOST).contains(End.ANSWERED);
    }

    /** Connections that have been used once. */
    private static List<Wire> connections(KontorProcess shop, int number) throws IOException {
        var port = shop.port();
        var wires = new ArrayList<Wire>();
        for (int i = 0; i < number; i++) {
            wires.add(new Wire(port));
            assertThat(wires.get(i).send(GET).answer(true).status()).isEqualTo(200);
        }
        return wires;
    }

    /**
     * Sends one request after the other, and tells what became of the last. The kernel tells whether the server closed the connection
     * before (end of file) or had unread bytes (a reset).
     */
    private static End endOf(Wire wire, AtomicInteger answered) {
        try (wire) {
            while (!isClosing(wire.send(GET).answer(true))) {
                answered.incrementAndGet();
                Thread.sleep(ThreadLocalRandom.current().nextInt(50));
            }
            return End.ANSWERED;
        } catch (NoHttpResponseException e) {
            return End.CLOSED;
        } catch (IOException e) {
            return e.getMessage().contains("Broken pipe") ? End.CLOSED : End.LOST;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isClosing(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return "close".equals(answer.headers().get("Connection"));
    }

    @Test
    void saysThatItEndsAndFinishesWhatHasBegun() throws IOException {
        var shop = start(folder("drained"), Map.of("PORT", "0", "KONTOR_DRAIN_SECONDS", "6"));
        var port = shop.port();
        await().until(() -> answer(port, READY).status() == 200);
        try (var slow = new Wire(port).send(POST);
                var late = new Wire(port);
                var idle = connections(shop, 1).get(0)) {
            shop.signal();
            shop.signal();
            await().until(() -> answer(port, READY).status() == 503);

            assertThat(isClosing(answer(port, GET))).isTrue();
            var created = slow.send(BODY).answer(true);
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.headers()).containsEntry("Connection", "close");
            var sent = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(300)).until(() -> {
                late.send(GET.substring(sent.get(), sent.incrementAndGet()));
                return isRefused(port);
            });
            var last = late.send(GET.substring(sent.get())).answer(true);
            assertThat(isClosing(last)).isTrue();
            assertThat(idle.isClosedWithin(Duration.ofSeconds(20))).isTrue();
            assertThat(idle.received()).isEmpty();
        }
        shop.awaitEnd();
        assertThat(shop.output()).doesNotContain("Exception", "\tat ");
    }

    private static Answer answer(int port, String request) {
        try (var wire = new Wire(port)) {
            return wire.send(request).answer(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRefused(int port) throws IOException {
        try (var wire = new Wire(port)) {
            wire.send(GET).answer(true);
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }

    /** At moments that are spread over the whole of a first start. */
    @Test
    void endsWhenItIsAskedToDuringItsStartAndStartsAgain() throws InterruptedException {
        for (int i = 1; i <= 3; i++) {
            var shop = start(folder("begun"), ANY_PORT);
            Thread.sleep(1500L * i);
            shop.signal();
            shop.exitCode(); // what it was installing may end after it
        }
        var shop = start(folder("begun"), ANY_PORT);
        assertThat(shop.send("GET", "/api/products/1", null).statusCode()).isEqualTo(200);
        shop.stop();
    }
}
