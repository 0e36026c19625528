package shop.kontor.settings;

/** Checks the ports to listen on: Spring Boot binds any number, and does not listen at all on a negative one. */
final class Ports {

    private static final int LAST = 65535;

    private Ports() {}

    /**
     * Checks one port.
     *
     * @throws StartupFailure if there is no such port
     */
    static void check(String variable, int port) {
        if (port < 0 || port > LAST) {
            throw new StartupFailure("%s is %d, which is not a port: set a number from 0 to %d, or remove it."
                    .formatted(variable, port, LAST));
        }
    }

    /**
     * Checks that the metrics have a port of their own.
     *
     * @throws StartupFailure if it is the shop's
     */
    static void checkOther(int port, int metrics) {
        if (port == metrics && port != 0) {
            throw new StartupFailure(
                    "KONTOR_METRICS_PORT is %d, which is PORT: set another, or remove it.".formatted(metrics));
        }
    }
}
