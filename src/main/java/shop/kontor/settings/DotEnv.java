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
 * <p>A value is taken literally: a {@code $} is a dollar, a backslash is a backslash, and {@code #} begins a comment only
 * after a blank. A quoted value ends at its quote, if nothing but a comment follows it.
 */
final class DotEnv {

    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");
    private static final Pattern LINE = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\\s*(?:\"(.*?)\"|'(.*?)')\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("\s#");

    private DotEnv() {}

    /**
     * Reads a file's bytes.
     *
     * @return the values by name; if a name stands there twice, the last one
     * @throws StartupFailure if a line makes no sense; it names the line's number and never a value
     */
    static Map<String, String> parse(byte[] file) {
        var values = new LinkedHashMap<String, String>();
        var lines = text(file).split("\r\n?|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (NOTHING.matcher(lines[i]).matches()) {
                continue;
            }
            var line = LINE.matcher(lines[i]);
            if (!line.matches()) {
                throw senseless(i + 1, "is not NAME=value");
            }
            values.put(line.group(1), value(line.group(2), i + 1));
        }
        return values;
    }

    private static String value(String text, int line) {
        var quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
        }
        var plain = COMMENT.split(text, 2)[0].strip();
        if (plain.startsWith("\"") || plain.startsWith("'")) {
            throw senseless(line, "has a quote without its counterpart");
        }
        return plain;
    }

    /** UTF-8, or what Windows writes: either with a byte order mark. */
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
            throw new StartupFailure("The file .env is not text in UTF-8: save it in this encoding.");
        }
    }

    private static StartupFailure senseless(int line, String what) {
        return new StartupFailure("Line %d of .env %s: correct it, or put a # before it.".formatted(line, what));
    }
}
