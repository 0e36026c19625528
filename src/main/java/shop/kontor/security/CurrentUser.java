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
 * The user who sends a request.
 *
 * @param id of the user, null without authentication
 * @param role of the user; null without authentication, if the server requires it
 * @param session whose token was sent, or null
 * @param address the remote address of the connection
 */
public record CurrentUser(
        @Nullable Long id, @Nullable Role role, @Nullable Long session, String address) {

    /** The claim of an access token that holds its session's id, as in OpenID Connect. */
    public static final String SESSION = "sid";

    /** Converts Spring Security's authentication. */
    static CurrentUser of(Authentication authentication) {
        var token = authentication instanceof JwtAuthenticationToken jwt ? jwt.getToken() : null;
        var id = token == null ? null : Long.valueOf(token.getSubject());
        Long session = token == null ? null : token.getClaim(SESSION);
        var role = Stream.of(Role.values())
                .filter(some -> authentication.getAuthorities().contains(authority(some)))
                .findFirst();
        var details = (WebAuthenticationDetails) Objects.requireNonNull(authentication.getDetails());
        return new CurrentUser(id, role.orElse(null), session, details.getRemoteAddress());
    }

    /** The authority of a role. */
    public static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    /** Where the request comes from. */
    public ClientNetwork network() {
        return ClientNetwork.of(address);
    }

    public boolean isManager() {
        return role == Role.MANAGER;
    }

    /** Whether the caller may read and change what belongs to a user. */
    boolean mayActFor(@Nullable String userId) {
        return isManager() || id != null && id.toString().equals(userId);
    }
}
