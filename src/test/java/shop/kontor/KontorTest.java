package shop.kontor;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole server, on a free port and a database of its own with the demo data; all share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        args = "seed",
        properties = {"kontor.sign-in.attempts-per-account=1000000", "kontor.sign-in.attempts-per-address=1000000"})
@ContextConfiguration(initializers = TestDatabase.class)
@Import(Statements.class)
public @interface KontorTest {}
