package shop.kontor.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection on which a test sends what no client library would. */
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
    }

    public Wire send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Reads until the server closes the connection, for so long at most; a reset is a close as well. */
    public boolean isClosedWithin(Duration limit) throws IOException {
        var end = System.nanoTime() + limit.toNanos();
        var buffer = new byte[8192];
        try {
            for (long left; (left = (end - System.nanoTime()) / 1_000_000) > 0; ) {
                socket.setSoTimeout((int) left);
                var n = socket.getInputStream().read(buffer);
                if (n < 0) {
                    return true;
                }
                received.write(buffer, 0, n);
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
        return false;
    }

    /** All that came so far. */
    public String received() {
        return received.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
