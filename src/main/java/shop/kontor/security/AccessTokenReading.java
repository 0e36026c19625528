package shop.kontor.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import shop.kontor.contract.Contract;

/** Reads access tokens where the contract takes one; where it requires none, a void one counts as none. */
class AccessTokenReading {

    private final Contract contract;
    private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();
    private final JwtAuthenticationProvider sessions;
    private final List<GrantedAuthority> nobody;

    /**
     * @param nobody the authorities of whoever sends no token
     */
    AccessTokenReading(
            Contract contract,
            JwtDecoder decoder,
            Converter<Jwt, AbstractAuthenticationToken> sessions,
            List<GrantedAuthority> nobody) {
        this.contract = contract;
        this.sessions = new JwtAuthenticationProvider(decoder);
        this.sessions.setJwtAuthenticationConverter(sessions);
        this.nobody = nobody;
    }

    /** The token of a request that needs one; an empty one, as Insomnia sends for an unset variable, is none. */
    @Nullable
    String token(HttpServletRequest request) {
        var operation = contract.operation(request);
        var header = request.getHeader("Authorization");
        var isSent = header != null && !header.strip().equalsIgnoreCase("bearer");
        if (operation == null || !operation.readsToken(request) || !isSent) {
            return null;
        }
        try {
            return tokens.resolve(request);
        } catch (AuthenticationException e) {
            if (operation.isOpen(request)) {
                return null;
            }
            throw e;
        }
    }

    /** Finds out whose token it is. */
    Authentication authenticate(HttpServletRequest request, Authentication token) {
        try {
            return sessions.authenticate(token);
        } catch (AuthenticationException e) {
            var operation = contract.operation(request);
            if (operation == null || !operation.isOpen(request)) {
                throw e;
            }
            var anonymous = new AnonymousAuthenticationToken("nobody", "nobody", nobody);
            anonymous.setDetails(token.getDetails());
            return anonymous;
        }
    }
}
