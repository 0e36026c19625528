package shop.kontor.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.apache.http.HttpException;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.util.EntityUtils;
import shop.kontor.contract.check.ResponseCheck.Answer;

/** A connection on which a test sends what no client library would. */
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final DefaultBHttpClientConnection answers = new DefaultBHttpClientConnection(8192);

    public Wire(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        answers.bind(socket);
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** The next answer, for which it waits ten seconds at most; one to a HEAD has no body. */
    public Answer answer(boolean hasBody) throws IOException {
        try {
            socket.setSoTimeout(10_000);
            var answer = answers.receiveResponseHeader();
            var headers = new LinkedHashMap<String, String>();
            for (var header : answer.getAllHeaders()) {
                headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
            }
            var status = answer.getStatusLine().getStatusCode();
            if (hasBody && status != 204 && status != 304) {
                answers.receiveResponseEntity(answer);
            }
            var body = answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
            return new Answer(status, headers, body);
        } catch (HttpException e) {
            throw new IOException(e);
        }
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
