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

/** Takes bodies up to a limit, and keeps them, so that they can be checked first and read then. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyFilter extends OncePerRequestFilter {

    /** In bytes; a thousand products fit. */
    static final int LIMIT = 4 * 1024 * 1024;

    /** Of what is too large so much is read and dropped, or else the client sees a broken connection and no answer. */
    private static final int DROPPED = 32 * 1024 * 1024;

    private static final int PART = 256 * 1024;

    /**
     * Who waits for a body holds one of these for each begun {@link #PART} of it. So all half-read bodies together take
     * at most 100 MiB, and there are always threads left that wait for none: {@code server.tomcat.threads.max}.
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
            // late or malformed: Tomcat has refused it already, and ProblemAdvice answers
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
                        throw new Unavailable("Too many others are sending at the same time.", 5);
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
            throw new ProblemException(ProblemType.TOO_LARGE, "Send at most 4 MiB.");
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
                    throw new IllegalStateException("the body is here already");
                }
            };
        }
    }
}
