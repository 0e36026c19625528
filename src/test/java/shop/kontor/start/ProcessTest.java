package shop.kontor.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the start share: processes in folders of their own, of which none is left running. */
abstract class ProcessTest {

    static final Map<String, String> ANY_PORT = Map.of("PORT", "0");

    private static final List<KontorProcess> started = new ArrayList<>();

    // Below the system's temp folder on purpose: a library of the embedded database's wipes data there.
    @TempDir
    private static Path temp;

    @AfterAll
    static void leaveNothingRunning() {
        started.forEach(KontorProcess::close);
        started.clear();
    }

    static Path folder(String name) {
        return temp.resolve(name);
    }

    static KontorProcess start(Path folder, Map<String, String> settings, String... arguments) {
        return remember(KontorProcess.start(folder, settings, arguments));
    }

    static KontorProcess startWithoutEmbeddedDatabase(Path folder, Map<String, String> settings) {
        return remember(KontorProcess.startWithoutEmbeddedDatabase(folder, settings));
    }

    private static KontorProcess remember(KontorProcess process) {
        started.add(process);
        return process;
    }

    /** The settings of the MySQL server that the tests run on. */
    static Map<String, String> mySql() {
        var settings = new HashMap<>(System.getenv());
        settings.keySet().removeIf(name -> !name.startsWith("DB_"));
        return settings;
    }

    /** Why it does not start with these settings. */
    static String refusal(Map<String, String> settings, String... arguments) {
        return start(folder("other"), settings, arguments).refusal();
    }

    static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5000);
        }
    }
}
