package shop.kontor.architecture.sample.shade;

/** What nobody may use. */
public record Shade(int lumens) {}
