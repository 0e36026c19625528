package shop.kontor.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network in between, whose faults are those of real ones: it holds back, loses, delays and cuts. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile boolean isSilent;
    private volatile boolean isMute;
    private volatile int delay;

    /** One connection and its two sides. */
    private record Link(Socket client, Socket target, boolean[] isLost) implements AutoCloseable {
        @Override
        public void close() {
            for (var socket : List.of(client, target)) {
                try {
                    socket.close();
                } catch (IOException e) {
                    // it is closed
                }
            }
        }
    }

    TcpProxy(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Holds everything back, as lost packets are, until {@link #mend()}. */
    void silence() {
        isSilent = true;
    }

    /** Loses what the database answers. */
    void mute() {
        isMute = true;
    }

    /** Loses everything on these connections, for good: nobody is told that they have ended. */
    void forget() {
        links.forEach(link -> link.isLost()[0] = true);
    }

    /** Ends all connections, for both sides to see. */
    void cut() {
        links.forEach(Link::close);
        links.clear();
    }

    /** In milliseconds, each way. */
    void delay(int time) {
        delay = time;
    }

    void mend() {
        isSilent = false;
        isMute = false;
        delay = 0;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var link = new Link(client, new Socket(host, port), new boolean[1]);
                links.add(link);
                daemon(() -> pump(link, client, link.target(), false));
                daemon(() -> pump(link, link.target(), client, true));
            } catch (IOException e) {
                // the proxy or the database has ended
            }
        }
    }

    private void pump(Link link, Socket from, Socket to, boolean isAnswer) {
        var buffer = new byte[65536];
        try (link) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                var packet = Arrays.copyOf(buffer, n);
                Thread.sleep(delay);
                while (isSilent) {
                    Thread.sleep(10);
                }
                if (!link.isLost()[0] && !(isAnswer && isMute)) {
                    to.getOutputStream().write(packet);
                }
            }
            while (isSilent || link.isLost()[0] && !server.isClosed()) {
                Thread.sleep(10); // the end of a connection is not told, either
            }
        } catch (IOException e) {
            // one side has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            links.remove(link);
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        mend();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
