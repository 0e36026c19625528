package shop.kontor.settings;

import java.util.stream.Stream;

/** A part of the command {@code check}: tries what a start needs, and changes nothing. */
public interface StartupCheck {

    /** What is wrong, with the remedy: a line each. */
    Stream<String> faults();
}
