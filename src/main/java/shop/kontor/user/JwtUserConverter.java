package shop.kontor.user;

import java.util.List;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import shop.kontor.security.CurrentUser;

/** Loads the session of a token and its user, so that the end of either, or a new role, takes effect immediately. */
@Component
class JwtUserConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final SessionMapper sessions;

    JwtUserConverter(SessionMapper sessions) {
        this.sessions = sessions;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return session(token)
                .filter(user -> Long.toString(user.id()).equals(token.getSubject()))
                .map(user -> new JwtAuthenticationToken(token, List.of(CurrentUser.authority(user.role()))))
                .orElseThrow(() -> new InvalidBearerTokenException("The access token has been revoked."));
    }

    private Optional<SessionUser> session(Jwt token) {
        return token.getClaims().get(CurrentUser.SESSION) instanceof Long id ? sessions.findUser(id) : Optional.empty();
    }
}
