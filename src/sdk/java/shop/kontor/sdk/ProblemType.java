package shop.kontor.sdk;

import java.util.Locale;

/** The problems that the contract lists, to switch on. */
public enum ProblemType {
    INVALID_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    FOREIGN_ORIGIN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    TIMEOUT,
    DUPLICATE,
    IN_USE,
    LAST_MANAGER,
    CART_FULL,
    CART_EMPTY,
    OUT_OF_STOCK,
    STOCK_LIMIT,
    PRICE_CHANGED,
    ILLEGAL_TRANSITION,
    REQUEST_IN_PROGRESS,
    STALE,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    MISDIRECTED,
    KEY_REUSED,
    TOO_MANY_REQUESTS,
    INTERNAL,
    UNAVAILABLE,
    /** One that a newer shop knows, or an answer that is not the shop's: see its status. */
    OTHER;

    static ProblemType of(String type) {
        for (var known : values()) {
            if (("/problems/" + known.name().toLowerCase(Locale.ROOT).replace('_', '-')).equals(type)) {
                return known;
            }
        }
        return OTHER;
    }
}
