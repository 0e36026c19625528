package shop.kontor.security;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import shop.kontor.api.model.Role;

/**
 * Who sends the request.
 *
 * @param id of the user, null for somebody who has not signed in
 * @param role what they may do; null for somebody who has not signed in, where that is needed to do more than read
 * @param address where the request comes from, as this machine sees it
 */
public record CurrentUser(@Nullable Long id, @Nullable Role role, String address) {

    /** Reads what Spring Security has found out. */
    static CurrentUser of(Authentication authentication) {
        var id = authentication instanceof JwtAuthenticationToken ? Long.valueOf(authentication.getName()) : null;
        var role = Stream.of(Role.values())
                .filter(some -> authentication.getAuthorities().contains(authority(some)))
                .findFirst();
        var details = (WebAuthenticationDetails) Objects.requireNonNull(authentication.getDetails());
        return new CurrentUser(id, role.orElse(null), details.getRemoteAddress());
    }

    /** A role, in Spring Security's terms. */
    public static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    public boolean isManager() {
        return role == Role.MANAGER;
    }

    /** Whether a user's things are the caller's to see and change. */
    boolean mayActFor(@Nullable String userId) {
        return isManager() || id != null && id.toString().equals(userId);
    }
}
