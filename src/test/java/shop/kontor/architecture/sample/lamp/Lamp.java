package shop.kontor.architecture.sample.lamp;

import shop.kontor.architecture.sample.shade.Shade;

/** Uses another module all the same. */
public record Lamp(Shade shade) {}
