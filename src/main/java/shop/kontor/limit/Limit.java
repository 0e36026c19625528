package shop.kontor.limit;

/**
 * How many attempts there are in 15 minutes.
 *
 * @param kind what is counted, such as {@code account}
 * @param subject whose attempts they are; ASCII, at most 80 characters
 */
public record Limit(String kind, String subject, int most) {}
