package shop.kontor.problem;

import org.springframework.http.HttpHeaders;

/** The request has no valid credentials. */
public class Unauthenticated extends ProblemException {

    public Unauthenticated(String detail) {
        this(detail, "Bearer");
    }

    private Unauthenticated(String detail, String challenge) {
        super(ProblemType.UNAUTHENTICATED, detail);
        headers().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** A request whose access token is invalid, expired or revoked (RFC 6750, section 3.1). */
    public static Unauthenticated withInvalidToken() {
        return new Unauthenticated(
                "The access token is invalid, expired or revoked: sign in again.", "Bearer error=\"invalid_token\"");
    }
}
