package shop.kontor.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.ProblemWriter;
import shop.kontor.settings.AccessMode;

/**
 * Rejects foreign host names while no authentication is required: a name that resolves to this machine (DNS rebinding)
 * would give a foreign web page access to the shop.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class HostFilter extends OncePerRequestFilter {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d*)?", Pattern.CASE_INSENSITIVE);

    private final AccessMode mode;
    private final ProblemWriter problems;

    HostFilter(AccessMode mode, ProblemWriter problems) {
        this.mode = mode;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return mode == AccessMode.GUARDED
                || host != null && THIS_MACHINE.matcher(host).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.write(
                response,
                new ProblemException(
                        ProblemType.MISDIRECTED,
                        "The Host header names another host: use localhost, 127.0.0.1 or [::1]."));
    }
}
