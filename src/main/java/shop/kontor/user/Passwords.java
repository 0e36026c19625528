package shop.kontor.user;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import shop.kontor.problem.InvalidRequest;

/**
 * Hashes and verifies passwords: Argon2id with 19 MiB, two passes and one lane, the minimum of OWASP's Password Storage
 * Cheat Sheet. To be called in turn: see {@link HashingCapacity}.
 */
@Component
class Passwords {

    /** The hash of no user's password, verified for unknown users so that they take as long as known ones. */
    static final String NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$6RmEbn2Il+WHN4xQhe7sLnp85AoaMSmINwRr3rkQ0Btku4VnbqSz"
            + "kTi/oTviH5jP8nD7ob7BArq+eWGXuQRMDw$0Px6w8nRVIkEXin47BSgUQZHK1ywW1ngOaLVXJ5MQVY";

    /** Made when it is first needed, since it holds its 19 MiB from then on. */
    private final SingletonSupplier<PasswordEncoder> encoder = SingletonSupplier.of(
            () -> new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID)));

    /**
     * Hashes a new password.
     *
     * @throws InvalidRequest if it is too common
     */
    String hash(String password) {
        var normal = normal(password);
        if (CommonPasswords.contain(normal)) {
            throw new InvalidRequest("/password", "too_common", "is too common; choose another");
        }
        return encoder.obtain().encode(normal);
    }

    /** Whether a password matches a hash. */
    boolean matches(String password, String hash) {
        return encoder.obtain().matches(normal(password), hash);
    }

    /** Normalizes a password: keyboards produce different sequences for the same characters. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
