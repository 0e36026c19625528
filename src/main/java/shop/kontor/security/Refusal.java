package shop.kontor.security;

import org.springframework.security.authorization.AuthorizationResult;

/**
 * Why a request goes no further.
 *
 * @param reason answered as if a delegate had thrown it
 */
record Refusal(Exception reason) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
        return false;
    }
}
