package shop.kontor.security;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import shop.kontor.api.model.Role;
import shop.kontor.problem.NotFound;

/**
 * Who sends the request.
 *
 * @param id of the user, null for a stranger whom the server takes for a manager
 * @param role what they may do
 */
public record CurrentUser(Long id, Role role) {

    /** Who sends the request that this thread answers; null for one who has not signed in and need not. */
    public static CurrentUser current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentUser caller ? caller : null;
    }

    /** The address that the request comes from, as this machine sees it. */
    public static String address() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest()
                .getRemoteAddr();
    }

    public boolean isManager() {
        return role == Role.MANAGER;
    }

    /**
     * Whether a user's things are the caller's to see and change.
     *
     * @param userId null for a user who is deleted
     */
    public boolean mayActFor(Long userId) {
        return isManager() || id != null && id.equals(userId);
    }

    /**
     * Holds the caller to their own things: another's are as if they were not there.
     *
     * @throws NotFound if the user is another
     */
    public void requireOwn(long userId) {
        if (!mayActFor(userId)) {
            throw new NotFound("user", userId);
        }
    }
}
