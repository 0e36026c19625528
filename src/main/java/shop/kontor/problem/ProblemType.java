package shop.kontor.problem;

import org.springframework.http.HttpStatus;
import shop.kontor.api.model.Problem;

/** The problems that Kontor answers with, as the contract lists them under {@code Problem.type}. */
public enum ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is not valid"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not allow this"),
    FOREIGN_ORIGIN(HttpStatus.FORBIDDEN, "Pages of this origin may not use the shop"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take this method"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Only JSON is to be had here"),
    TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request came too slowly"),
    DUPLICATE(HttpStatus.CONFLICT, "It is there already"),
    IN_USE(HttpStatus.CONFLICT, "Other rows refer to it"),
    LAST_MANAGER(HttpStatus.CONFLICT, "A shop needs a manager"),
    CART_FULL(HttpStatus.CONFLICT, "The cart is full"),
    CART_EMPTY(HttpStatus.CONFLICT, "The cart is empty"),
    OUT_OF_STOCK(HttpStatus.CONFLICT, "Not enough in stock"),
    STOCK_LIMIT(HttpStatus.CONFLICT, "The stock would be too large"),
    PRICE_CHANGED(HttpStatus.CONFLICT, "The cart costs something else now"),
    ILLEGAL_TRANSITION(HttpStatus.CONFLICT, "The order can't move there"),
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "The first request with this key is still running"),
    STALE(HttpStatus.PRECONDITION_FAILED, "It has changed since you read it"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json in UTF-8"),
    MISDIRECTED(HttpStatus.MISDIRECTED_REQUEST, "This host is not served here"),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "This key was used for another request"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not possible just now, try again");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public Problem problem() {
        return new Problem()
                .type("/problems/" + name().toLowerCase().replace('_', '-'))
                .title(title)
                .status(status.value())
                .errors(null)
                .blockers(null)
                .shortages(null);
    }

    /** The problem for a status that the framework chose. */
    public static Problem problem(int status) {
        for (var type : values()) {
            if (type.status.value() == status && type.status != HttpStatus.CONFLICT) {
                return type.problem();
            }
        }
        var known = HttpStatus.resolve(status);
        return new Problem()
                .type("about:blank")
                .title(known == null ? "Error" : known.getReasonPhrase())
                .status(status)
                .errors(null)
                .blockers(null)
                .shortages(null);
    }
}
