package shop.kontor.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds {@code Connection: close} to the answers of requests that had begun before the {@link Drain}; Tomcat does to later ones. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DrainFilter extends OncePerRequestFilter {

    private final Drain drain;

    DrainFilter(Drain drain) {
        this.drain = drain;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var last = new OnCommittedResponseWrapper(response) {

            @Override
            protected void onResponseCommitted() {
                announce(response);
            }
        };
        try {
            chain.doFilter(request, last);
        } finally {
            announce(response);
        }
    }

    private void announce(HttpServletResponse response) {
        if (drain.hasBegun()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }
}
