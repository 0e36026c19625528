package shop.kontor.security;

import org.springframework.security.authorization.AuthorizationResult;

/**
 * A denied authorization.
 *
 * @param reason becomes the response, as if a delegate had thrown it
 */
record Refusal(Exception reason) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
        return false;
    }
}
