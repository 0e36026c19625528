package shop.kontor.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import shop.kontor.contract.Contract;
import shop.kontor.contract.Operation;
import shop.kontor.problem.Forbidden;
import shop.kontor.problem.NotFound;
import shop.kontor.problem.Unauthenticated;

/**
 * Authorizes requests by the contract: {@code security}, {@code x-required-role} and {@code x-owner} are the rules, and an
 * operation without any of them is denied.
 */
@Component
class ContractAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final Contract contract;
    private final ObjectProvider<HandlerMapping> handlers;

    ContractAuthorization(Contract contract, ObjectProvider<HandlerMapping> handlers) {
        this.contract = contract;
        this.handlers = handlers;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        try {
            var operation = contract.operation(request);
            if (operation == null) {
                throw unknown(request);
            }
            if (!operation.isOpen(request)) {
                require(operation, CurrentUser.of(authentication.get()), request);
            }
            return new AuthorizationDecision(true);
        } catch (Exception e) {
            return new Refusal(e);
        }
    }

    private static void require(Operation operation, CurrentUser caller, HttpServletRequest request) {
        if (caller.role() == null) {
            throw new Unauthenticated(
                    "No access token: sign in with POST /api/sessions, and send its access_token as a bearer token.");
        }
        var role = operation.role(request);
        if (role != null) {
            if (!caller.isManager() && caller.role() != role) {
                throw new Forbidden("This request requires the manager role.");
            }
        } else if (operation.owner() == null) {
            throw new Forbidden("The contract does not define who may call this operation.");
        } else if (operation.owner().parameter() != null) {
            var user = operation.variable(operation.owner().parameter(), request);
            if (!caller.mayActFor(user)) {
                throw new NotFound("No user with id %s exists.".formatted(user));
            }
        } // otherwise the SQL has the condition on the owner
    }

    /** Denies handlers that the contract does not know (403), unknown methods (405) and unknown paths (404). */
    private Exception unknown(HttpServletRequest request) throws Exception {
        var methods = contract.methods(request);
        // Spring itself handles OPTIONS for every path that has a handler
        var isKnown = !methods.isEmpty() && request.getMethod().equals("OPTIONS");
        if (!isKnown && isHandled(request)) {
            return new Forbidden("The contract does not define this operation.");
        }
        if (!methods.isEmpty()) {
            return new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        var path = request.getRequestURI();
        return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
    }

    private boolean isHandled(HttpServletRequest request) throws Exception {
        for (var mapping : handlers.orderedStream().toList()) {
            try {
                var handler = mapping.getHandler(request);
                if (handler != null && !(handler.getHandler() instanceof ResourceHttpRequestHandler)) {
                    return true;
                }
            } catch (HttpRequestMethodNotSupportedException e) {
                return false;
            }
        }
        return false;
    }
}
