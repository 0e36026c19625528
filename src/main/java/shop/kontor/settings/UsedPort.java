package shop.kontor.settings;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tries whether the server could listen: another may use its port, or the operating system may reserve it. */
class UsedPort implements StartupCheck {

    private final ServerAddress server;
    private final int port;

    UsedPort(ServerAddress server, ConfigurableEnvironment environment) {
        this.server = server;
        port = Binder.get(environment).bind("server.port", Integer.class).orElse(0);
    }

    @Override
    public Stream<String> faults() {
        try {
            new ServerSocket(port, 1, server.address()).close();
            return Stream.empty();
        } catch (IOException e) {
            return Stream.of("Kontor cannot listen on port %d (%s): stop the program that does, or set PORT to another."
                    .formatted(port, e.getMessage()));
        }
    }
}
