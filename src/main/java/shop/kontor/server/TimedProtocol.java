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
 * HTTP/1.1 in which a request, head and body, has to arrive within seconds, however small the bites it comes in:
 * Tomcat's own timeouts begin anew with each byte.
 */
public class TimedProtocol extends Http11NioProtocol {

    /** In milliseconds, from its first byte. */
    private static final long LIMIT = 10_000;

    private final Map<SocketWrapperBase<NioChannel>, Begun> begun = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> sweep;

    private record Begun(long at, SocketChannel channel) {}

    /** Tomcat makes it, knowing its name. */
    public TimedProtocol() {
        var handler = new TimedHandler();
        setHandler(handler);
        getEndpoint().setHandler(handler);
        setMaxHeaderCount(100);
        // or else who announces too large a body and asks first would be told to send it
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

    /** Once there is an answer the request was there, and the next one may have followed at once. */
    private void endTheLate() {
        var limit = System.currentTimeMillis() - LIMIT;
        begun.forEach((connection, request) -> {
            if (Math.max(request.at(), lastWrite(connection)) < limit) {
                end(request.channel());
            }
        });
    }

    /** Whoever reads comes to an end at once, and can still answer. */
    private static void end(SocketChannel input) {
        try {
            input.shutdownInput();
        } catch (IOException e) {
            // it is closed already
        }
    }

    private static long lastWrite(SocketWrapperBase<NioChannel> connection) {
        return ((NioSocketWrapper) connection).getLastWrite();
    }

    private final class TimedHandler extends ConnectionHandler<NioChannel> {

        TimedHandler() {
            super(TimedProtocol.this);
        }

        /** Called when something has arrived; returns when that is answered, or more of a head has to come. */
        @Override
        public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            var request = begun.computeIfAbsent(
                    connection,
                    c -> new Begun(
                            System.currentTimeMillis(), connection.getSocket().getIOChannel()));
            var state = super.process(connection, event);
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
