package shop.kontor.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import shop.kontor.api.HealthApi;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.settings.AccessMode;

/**
 * Rejects requests from elsewhere while no authentication is required: a foreign host name that resolves to this machine
 * (DNS rebinding) would make a web page a manager, and a proxy on this machine would make everybody one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class HostFilter extends OncePerRequestFilter {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d*)?", Pattern.CASE_INSENSITIVE);

    /** Headers that proxies add; a client that sends one itself gains nothing. */
    private static final Pattern BY_PROXY = Pattern.compile(
            "forwarded|via|cdn-loop|x-forwarded\\b.*|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip",
            Pattern.CASE_INSENSITIVE);

    /** They tell nothing, and load balancers ask by address. */
    private static final Set<String> HEALTH = Set.of(HealthApi.PATH_GET_LIVENESS, HealthApi.PATH_GET_READINESS);

    private final AccessMode mode;
    private final ProblemWriter problems;

    HostFilter(AccessMode mode, ProblemWriter problems) {
        this.mode = mode;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return mode == AccessMode.GUARDED || HEALTH.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getHeader("Host");
        if (host == null || !THIS_MACHINE.matcher(host).matches()) {
            problems.write(
                    response,
                    new ProblemException(
                            ProblemType.MISDIRECTED,
                            "The Host header names another host: use localhost, 127.0.0.1 or [::1]."));
        } else if (cameThroughProxy(request)) {
            problems.write(
                    response,
                    new ProblemException(
                            ProblemType.BEHIND_PROXY,
                            "Every caller is a manager, so no proxy may pass on requests: set KONTOR_SECRET, and KONTOR_PROXIES to the proxy's address."));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean cameThroughProxy(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .anyMatch(name -> BY_PROXY.matcher(name).matches());
    }
}
