package shop.kontor.benchmark;

/** One measured step of one client; each client has steps of its own, which need not be thread-safe. */
@FunctionalInterface
interface Step {

    /**
     * Runs once.
     *
     * @throws Exception if the answer is not the expected one
     */
    void run() throws Exception;
}
