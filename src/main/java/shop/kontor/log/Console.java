package shop.kontor.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.util.StringUtils;

/** Tells the operator what is not for the log alone: in plain words, or as a line of the log where that is JSON. */
public final class Console {

    private static final Logger log = LoggerFactory.getLogger(Console.class);

    private Console() {}

    /** Says what has been done. */
    public static void say(String text) {
        if (isJson()) {
            log.info(text);
        } else {
            System.out.println(text);
        }
    }

    /** Says why the program ends. */
    public static void fail(String text) {
        if (isJson()) {
            log.error(text);
        } else {
            System.err.println(text);
        }
    }

    private static boolean isJson() {
        return StringUtils.hasLength(
                System.getProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName()));
    }
}
