package shop.kontor.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import shop.kontor.api.model.Role;
import shop.kontor.contract.Contract;
import shop.kontor.problem.Forbidden;
import shop.kontor.problem.Unauthenticated;

/** Lets nobody do what the contract does not allow them: {@code security} and {@code x-required-role} are the rules. */
@Component
class ContractAuthorization implements HandlerInterceptor {

    private final Contract contract;

    ContractAuthorization(Contract contract) {
        this.contract = contract;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var operation = contract.operation(request);
        if (operation == null) {
            if (handler instanceof HandlerMethod method && !isPage(method)) {
                throw new Forbidden("The contract does not know this operation.");
            }
            return true;
        }
        if (!operation.isOpen()) {
            require(operation.role());
        }
        if (!operation.isOpen() || !request.getMethod().equals("GET")) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store"); // it is about somebody
        }
        return true;
    }

    private static void require(Role role) {
        var caller = CurrentUser.of(SecurityContextHolder.getContext().getAuthentication());
        if (caller.role() == null) {
            throw new Unauthenticated("Send the access_token of POST /api/sessions as a bearer token.");
        }
        if (role == Role.MANAGER && !caller.isManager()) {
            throw new Forbidden("Only managers may do this.");
        }
    }

    /** The front page, what Swagger UI needs, and where refusals of the container are answered. */
    private static boolean isPage(HandlerMethod method) {
        var room = method.getBeanType().getPackageName();
        return room.equals("shop.kontor.web")
                || room.equals("shop.kontor.problem")
                || room.startsWith("org.springdoc.");
    }
}
