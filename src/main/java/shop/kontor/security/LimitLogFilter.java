package shop.kontor.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import shop.kontor.contract.Contract;

/** Logs the requests that a limit refused, whichever limit it was. */
class LimitLogFilter extends OncePerRequestFilter {

    private final Contract contract;

    LimitLogFilter(Contract contract) {
        this.contract = contract;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            var operation = contract.operation(request);
            if (operation != null) {
                var authentication = SecurityContextHolder.getContext().getAuthentication();
                var caller = CurrentUser.of(Objects.requireNonNull(authentication));
                SecurityLog.limitReached(
                        caller, operation.method() + " " + operation.path().getPatternString());
            }
        }
    }
}
