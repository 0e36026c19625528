package shop.kontor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import shop.kontor.database.DemoUsers;

/** As {@link KontorTest}, but with a secret: this server asks everybody who they are, the demo users among them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        args = "seed",
        properties = {
            "KONTOR_SECRET=" + GuardedKontorTest.SECRET,
            "KONTOR_SECRET_OLD=" + GuardedKontorTest.OLD_SECRET,
            "HOST=127.0.0.1",
            "kontor.registration.attempts-per-address=1000000",
            "kontor.sign-in.attempts-per-account=5",
            "kontor.sign-in.attempts-per-address=1000"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({Statements.class, DemoUsers.class})
public @interface GuardedKontorTest {

    String SECRET = "a secret of the tests, 32 bytes and more";
    String OLD_SECRET = "the secret that the tests had before it";
}
