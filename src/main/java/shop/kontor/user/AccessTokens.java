package shop.kontor.user;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.AccessSettings;

/** Issues and validates access tokens (RFC 8725): one algorithm, one issuer, one audience, a short lifetime. */
@Component
class AccessTokens implements JwtDecoder {

    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String KONTOR = "kontor";
    private static final int MOST_VERIFIED = 1000;

    private static final OAuth2TokenValidator<Jwt> VALIDATOR = new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(Duration.ofSeconds(30)),
            new JwtIssuerValidator(KONTOR),
            new JwtClaimValidator<Object>("exp", Objects::nonNull),
            new JwtClaimValidator<List<String>>("aud", aud -> aud != null && aud.contains(KONTOR)));

    private final NimbusJwtEncoder encoder;
    private final List<JwtDecoder> decoders;

    /**
     * Tokens whose signature is right, which took a fourteenth of the CPU of a request with a token. Whether they have expired is looked
     * at each time, and the row of their session is read.
     */
    private final Map<String, Jwt> verified = new ConcurrentHashMap<>();

    AccessTokens(AccessSettings settings) {
        var secret = settings.secret();
        var old = settings.oldSecret();
        var signing = secret.isEmpty() ? random() : key(secret.bytes());
        encoder = new NimbusJwtEncoder(new ImmutableSecret<>(signing));
        decoders = old.isEmpty() ? List.of(decoder(signing)) : List.of(decoder(signing), decoder(key(old.bytes())));
    }

    /** Issues the token of a new session. */
    String issue(long userId, long session) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(KONTOR)
                .audience(List.of(KONTOR))
                .subject(Long.toString(userId))
                .claim(CurrentUser.SESSION, session)
                .issuedAt(now)
                .expiresAt(now.plus(LIFE))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.get(token);
        if (known != null && !VALIDATOR.validate(known).hasErrors()) {
            return known;
        }
        var decoded = verify(token);
        if (verified.size() >= MOST_VERIFIED) {
            verified.clear();
        }
        verified.put(token, decoded);
        return decoded;
    }

    private Jwt verify(String token) {
        BadJwtException refusal = null;
        for (var decoder : decoders) {
            try {
                return decoder.decode(token);
            } catch (BadJwtException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private static JwtDecoder decoder(SecretKey key) {
        var decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        decoder.setJwtValidator(VALIDATOR);
        return decoder;
    }

    private static SecretKey key(byte[] secret) {
        return new SecretKeySpec(secret, "HmacSHA256");
    }

    private static SecretKey random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return key(bytes);
    }
}
