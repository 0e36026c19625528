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
 * Keeps web pages of others out while nobody has to sign in: a name of theirs that leads to this machine (DNS rebinding)
 * would make our shop a part of their site.
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
                        ProblemType.MISDIRECTED, "Ask for localhost, 127.0.0.1 or [::1], in the header Host."));
    }
}
