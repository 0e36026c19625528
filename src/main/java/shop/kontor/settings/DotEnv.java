package shop.kontor.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the lines of a {@code .env} file: {@code NAME=value}, with or without {@code export}, quotes and comments.
 *
 * <p>Values are literal: there are no escapes, and {@code #} starts a comment only after white space. A quoted value ends
 * at its closing quote, which only a comment may follow.
 */
final class DotEnv {

    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\\s*(?:\"(.*?)\"|'(.*?)')\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("\s#");

    private DotEnv() {}

    /**
     * Parses the bytes of a file.
     *
     * @return the values by name; the last one wins
     * @throws StartupFailure if lines are invalid; the message has their numbers and never their values
     */
    static Map<String, String> parse(byte[] file) {
        var values = new LinkedHashMap<String, String>();
        var faults = new Faults();
        var lines = text(file).split("\r\n?|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (NOTHING.matcher(lines[i]).matches()) {
                continue;
            }
            var line = LINE.matcher(lines[i]);
            var quoted = line.matches() ? QUOTED.matcher(line.group(2)) : null;
            if (quoted == null) {
                faults.add(senseless(i + 1, "is not NAME=value"));
            } else if (quoted.matches()) {
                values.put(line.group(1), quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
            } else {
                var plain = COMMENT.split(line.group(2), 2)[0].strip();
                faults.when(
                        plain.startsWith("\"") || plain.startsWith("'"), senseless(i + 1, "has an unmatched quote"));
                values.put(line.group(1), plain);
            }
        }
        faults.raise();
        return values;
    }

    /** Decodes UTF-8, or UTF-16 with a byte order mark as Windows writes it. */
    private static String text(byte[] file) {
        var text = starts(file, 0xFF, 0xFE)
                ? decode(file, StandardCharsets.UTF_16LE)
                : starts(file, 0xFE, 0xFF)
                        ? decode(file, StandardCharsets.UTF_16BE)
                        : decode(file, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && file[0] == (byte) first && file[1] == (byte) second;
    }

    private static String decode(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            throw new StartupFailure("The file .env is not valid UTF-8: save it in this encoding.");
        }
    }

    private static String senseless(int line, String what) {
        return "Line %d of .env %s: correct it, or put a # before it.".formatted(line, what);
    }
}
