package shop.kontor.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    /** What a hash needs. */
    private static final long MEMORY = 19_456 * 1024;

    /** In a class loader of its own, as in a new process: what a library keeps there is kept by nobody yet. */
    @Test
    void holdNoMemoryBeforeTheFirstOneIsHashed() throws Exception {
        var entries = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(PasswordsTest::url)
                .toArray(URL[]::new);
        try (var loader = new URLClassLoader(entries, ClassLoader.getPlatformClassLoader())) {
            var constructor = loader.loadClass(Passwords.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            var passwords = new Object[1];

            assertThat(allocated(() -> passwords[0] = constructor.newInstance()))
                    .isLessThan(MEMORY);

            var hash = passwords[0].getClass().getDeclaredMethod("hash", String.class);
            hash.setAccessible(true);
            assertThat(allocated(() -> hash.invoke(passwords[0], "correct horse battery")))
                    .isGreaterThan(MEMORY);
        }
    }

    /** How many bytes this thread allocates for something. */
    private static long allocated(Action action) throws Exception {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        action.run();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private interface Action {

        void run() throws Exception;
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
