package shop.kontor.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a text, folded for a comparison that ignores case and accents. */
final class SearchWords {

    /** The length of the column. */
    private static final int LENGTH = 100;

    private static final Pattern BETWEEN = Pattern.compile("[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}$+<=>^`|~]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private SearchWords() {}

    /** The words of a search, without those with which another begins: what that one finds, they find, too. */
    static Set<String> prefixes(String text) {
        var words = of(text);
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> other.startsWith(word) && !other.equals(word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The distinct words between spaces and punctuation. */
    static Set<String> of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(folded))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(
                        0, word.offsetByCodePoints(0, Math.min(LENGTH, word.codePointCount(0, word.length())))))
                .collect(Collectors.toUnmodifiableSet());
    }
}
