package shop.kontor.user;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import shop.kontor.security.CurrentUser;

/** Loads the current user of a token, so that a new role or password, or a deletion, takes effect immediately. */
@Component
class JwtUserConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final UserMapper users;

    JwtUserConverter(UserMapper users) {
        this.users = users;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        return users.findAccount(number(token.getSubject()))
                .filter(account -> number(token.getClaim(AccessTokens.VERSION)) == account.sessionVersion())
                .map(account -> new JwtAuthenticationToken(
                        token, List.of(CurrentUser.authority(account.role())), Long.toString(account.id())))
                .orElseThrow(() -> new InvalidBearerTokenException("The access token has been revoked."));
    }

    private static long number(@Nullable Object claim) {
        try {
            return Long.parseLong(String.valueOf(claim));
        } catch (NumberFormatException e) {
            return -1; // matches neither an id nor a version
        }
    }
}
