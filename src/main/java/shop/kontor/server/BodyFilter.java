package shop.kontor.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.problem.Unavailable;

/** Buffers bodies up to a limit, so that they can be validated first and read afterwards. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyFilter extends OncePerRequestFilter {

    /** In bytes; enough for a thousand products. */
    static final int LIMIT = 4 * 1024 * 1024;

    /** How much of an oversized body is read and discarded, so that the client sees a response and not a reset. */
    private static final int DROPPED = 32 * 1024 * 1024;

    private static final int PART = 256 * 1024;

    /**
     * A thread that reads a body holds one permit for each {@link #PART} of it. This bounds the memory of all incomplete
     * bodies to 100 MiB, and leaves threads for other requests ({@code server.tomcat.threads.max}).
     */
    private final Semaphore parts = new Semaphore(400);

    private final ProblemWriter problems;

    BodyFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            body = read(request);
        } catch (ProblemException refusal) {
            problems.write(response, refusal);
            return;
        } catch (IOException e) {
            // slow or malformed: Tomcat has rejected it, and ProblemAdvice responds
            return;
        }
        chain.doFilter(new KeptBody(request, body), response);
    }

    private byte[] read(HttpServletRequest request) throws IOException {
        var announced = request.getContentLengthLong();
        var body = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        var length = 0L;
        var held = 0;
        try {
            for (int n = 0; n >= 0; n = request.getInputStream().read(buffer)) {
                if (body.size() >= held * PART) {
                    if (!parts.tryAcquire()) {
                        throw new Unavailable("Too many bodies are being received: retry later.", 5);
                    }
                    held++;
                }
                length += n;
                if (Math.max(announced, length) <= LIMIT) {
                    body.write(buffer, 0, n);
                } else if (length > DROPPED || request.getHeader(HttpHeaders.EXPECT) != null) {
                    break;
                }
            }
        } finally {
            parts.release(held);
        }
        if (Math.max(announced, length) > LIMIT) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The body is too large: send at most 4 MiB.");
        }
        return body.toByteArray();
    }

    private static final class KeptBody extends HttpServletRequestWrapper {

        private final byte[] body;

        KeptBody(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) {
                    return bytes.read(buffer, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body has been read already");
                }
            };
        }
    }
}
