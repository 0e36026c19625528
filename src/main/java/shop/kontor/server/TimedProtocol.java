package shop.kontor.server;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with a time limit for each request, head and body: Tomcat's own timeouts start anew with each byte, so a client
 * that sends slowly is never cut off.
 */
public class TimedProtocol extends Http11NioProtocol {

    /** In milliseconds, from the first byte of a request. */
    private static final long LIMIT = 10_000;

    /** The connection of the request that a thread processes. */
    private static final ThreadLocal<SocketChannel> CURRENT = new ThreadLocal<>();

    private final Map<SocketWrapperBase<NioChannel>, Begun> begun = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> sweep;
    private volatile boolean isDraining;

    private record Begun(long at, SocketChannel channel) {}

    /** Called by Tomcat, which knows the class by name. */
    public TimedProtocol() {
        var handler = new TimedHandler();
        setHandler(handler);
        getEndpoint().setHandler(handler);
        setMaxHeaderCount(100);
        // otherwise Tomcat invites a client that sends Expect: 100-continue to send a body that is too large
        setContinueResponseTiming("onRead");
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweep = getUtilityExecutor().scheduleWithFixedDelay(this::endTheLate, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweep != null) {
            sweep.cancel(false);
        }
        super.stop();
    }

    /** Makes each answer the last one of its connection, unless its request has begun. */
    void endKeepAlive() {
        setMaxKeepAliveRequests(1);
    }

    /**
     * Takes no new connections, closes those on which no request has begun, and waits for the answers on the others.
     *
     * @param end of its patience, as {@link System#nanoTime}
     */
    void drain(long end) {
        isDraining = true;
        closeServerSocketGraceful();
        var endpoint = getEndpoint();
        while (!endpoint.getConnections().isEmpty() && System.nanoTime() < end) {
            for (var connection : endpoint.getConnections()) {
                if (!begun.containsKey(connection)) {
                    // reads what may have come meanwhile
                    endpoint.processSocket(connection, SocketEvent.OPEN_READ, true);
                }
            }
            awaitConnectionsClose(100);
        }
    }

    /** Ends late requests; a response shows that a request was complete, and the next may have followed at once. */
    private void endTheLate() {
        var limit = System.currentTimeMillis() - LIMIT;
        begun.forEach((connection, request) -> {
            if (Math.max(request.at(), lastWrite(connection)) < limit) {
                end(request.channel());
            }
        });
    }

    /** Ends the input of the request that this thread processes, whenever it is run; nothing outside of a request. */
    static Runnable cut() {
        var input = CURRENT.get();
        return input == null ? () -> {} : () -> end(input);
    }

    /** Ends the input, so that a blocked reader returns and can still respond. */
    private static void end(SocketChannel input) {
        try {
            input.shutdownInput();
        } catch (IOException e) {
            // already closed
        }
    }

    private static long lastWrite(SocketWrapperBase<NioChannel> connection) {
        return ((NioSocketWrapper) connection).getLastWrite();
    }

    private final class TimedHandler extends ConnectionHandler<NioChannel> {

        TimedHandler() {
            super(TimedProtocol.this);
        }

        /** Called when bytes have arrived; returns after the response, or when the head is incomplete. */
        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            var request = begun.computeIfAbsent(
                    connection,
                    c -> new Begun(
                            System.currentTimeMillis(), connection.getSocket().getIOChannel()));
            CURRENT.set(request.channel());
            SocketState state;
            try {
                state = super.process(connection, event);
            } finally {
                CURRENT.remove();
            }
            if (isDraining && state == SocketState.OPEN) {
                state = SocketState.CLOSED; // nothing has come
            }
            var isAnswered = lastWrite(connection) >= request.at();
            var isHalf = state == SocketState.LONG || state == SocketState.OPEN && !isAnswered;
            if (!isHalf || connection.isClosed()) {
                begun.remove(connection);
            }
            return state;
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> connection) {
            begun.remove(connection);
            super.release(connection);
        }
    }
}
