package shop.kontor.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.web.filter.OncePerRequestFilter;
import shop.kontor.contract.Contract;
import shop.kontor.contract.Operation.Body;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.problem.Unavailable;
import shop.kontor.server.IncomingBodies.Incoming;

/** Buffers bodies up to what the operation can need, so that they can be validated first and read afterwards. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyFilter extends OncePerRequestFilter {

    /** How much of a refused body is read and discarded, so that the client sees a response and not a reset. */
    private static final int DROPPED = 32 * 1024 * 1024;

    /** Leaves threads for other requests ({@code server.tomcat.threads.max}). */
    private static final int MOST = 400;

    /** In seconds. */
    private static final int PATIENCE = 5;

    private static final int KIB = 1024;

    private final IncomingBodies incoming;
    /** Permits in KiB for the bodies that are being checked and processed, with the objects that are made of them. */
    private final Semaphore processed;

    private final int memory;
    private final Contract contract;
    private final ProblemWriter problems;

    @Autowired
    BodyFilter(Contract contract, ProblemWriter problems) {
        this(contract, problems, Runtime.getRuntime().maxMemory());
    }

    /**
     * A filter for a process of some size.
     *
     * @param heap in bytes, of which an eighth is for bodies that are being received, and a quarter for their objects
     */
    BodyFilter(Contract contract, ProblemWriter problems, long heap) {
        this.contract = contract;
        this.problems = problems;
        incoming = new IncomingBodies(MOST, heap / 8);
        memory = (int) Math.min(heap / 4 / KIB, Integer.MAX_VALUE);
        processed = new Semaphore(memory);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = incoming.begin(TimedProtocol.cut());
        byte[] bytes;
        int permits;
        try {
            bytes = read(request, body);
            permits = hold(request, bytes.length);
        } catch (ProblemException refusal) {
            problems.write(response, refusal);
            return;
        } catch (IOException e) {
            // slow or malformed: Tomcat has rejected it, and ProblemAdvice responds
            return;
        } finally {
            incoming.release(body);
        }
        try {
            chain.doFilter(new KeptBody(request, bytes), response);
        } finally {
            processed.release(permits);
        }
    }

    private byte[] read(HttpServletRequest request, Incoming body) throws IOException {
        var limit = limit(request);
        var isForm = isForm(request);
        var isRefused = isForm || request.getContentLengthLong() > limit;
        var kept = new FastByteArrayOutputStream();
        var buffer = new byte[8192];
        var length = 0L;
        for (int n = 0; n >= 0; n = request.getInputStream().read(buffer)) {
            length += n;
            isRefused |= length > limit;
            if (!incoming.receive(body, n, !isRefused)) {
                throw new Unavailable("Too many bodies are being received: retry later.", PATIENCE);
            }
            if (!isRefused) {
                kept.write(buffer, 0, n);
            } else if (length > DROPPED || request.getHeader(HttpHeaders.EXPECT) != null) {
                break;
            }
        }
        if (isForm) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, null);
        }
        if (isRefused) {
            throw new ProblemException(ProblemType.TOO_LARGE, "Send at most %d bytes.".formatted(limit));
        }
        incoming.complete(body);
        return kept.toByteArrayUnsafe();
    }

    private int limit(HttpServletRequest request) {
        var operation = contract.operation(request);
        return operation == null || operation.body() == null
                ? Body.SPARE // nobody reads it
                : operation.body().bytes();
    }

    /** Whether the body is of a kind that servers parse as parameters. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType() == null
                ? ""
                : request.getContentType().strip().toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/");
    }

    /** Waits until there is memory for the objects of a body; small ones need not queue behind the large. */
    private int hold(HttpServletRequest request, int length) {
        var operation = contract.operation(request);
        var bytes = operation == null || operation.body() == null
                ? length
                : operation.body().memory(length);
        var permits = (int) Math.min(1 + bytes / KIB, memory);
        try {
            if (processed.tryAcquire(permits, PATIENCE, TimeUnit.SECONDS)) {
                return permits;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("Too many bodies are being processed: retry later.", PATIENCE);
    }
}
