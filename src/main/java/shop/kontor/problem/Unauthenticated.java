package shop.kontor.problem;

import org.springframework.http.HttpHeaders;

/** Nobody knows who sends the request. */
public class Unauthenticated extends ProblemException {

    public Unauthenticated(String detail) {
        this(detail, "Bearer");
    }

    private Unauthenticated(String detail, String challenge) {
        super(ProblemType.UNAUTHENTICATED, detail);
        headers().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    /** A request with an access token that is not valid, or no longer (RFC 6750, section 3.1). */
    public static Unauthenticated withInvalidToken() {
        return new Unauthenticated("Sign in again.", "Bearer error=\"invalid_token\"");
    }
}
