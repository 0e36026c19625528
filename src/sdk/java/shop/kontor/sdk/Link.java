package shop.kontor.sdk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parses the {@code Link} header of a list (RFC 8288). */
final class Link {

    private static final Pattern NEXT =
            Pattern.compile("<([^<>]*)>[^<]*?;\\s*rel\\s*=\\s*\"?(?:[^\"<]*\\s)?next\\b", Pattern.CASE_INSENSITIVE);

    private Link() {}

    /** The address of the next page; empty on the last page. */
    static Optional<String> next(Map<String, List<String>> headers) {
        return headers.getOrDefault("Link", List.of()).stream()
                .flatMap(link -> NEXT.matcher(link).results())
                .map((MatchResult found) -> found.group(1))
                .findFirst();
    }
}
