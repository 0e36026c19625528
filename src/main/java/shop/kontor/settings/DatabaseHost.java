package shop.kontor.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a MySQL server listens.
 *
 * @param name of the host, or its address; an IPv6 address without brackets
 * @param port of the server
 */
public record DatabaseHost(String name, int port) {

    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[\\da-fA-F:.]+(%\\w+)?");
    private static final Pattern HOST =
            Pattern.compile("(?:(?<name>[\\w.-]+)|\\[(?<address>" + IPV6 + ")])(?::(?<port>\\d{1,5}))?");

    /**
     * Reads {@code DB_HOST}: one host, or all members of a group, separated by commas.
     *
     * @param port of those that name none
     * @throws StartupFailure if one of them is none, or is named twice
     */
    static List<DatabaseHost> list(String hosts, int port) {
        var list = Stream.of(hosts.split(",", -1))
                .map(host -> parse(host.strip(), hosts, port))
                .toList();
        if (new HashSet<>(list).size() < list.size()) {
            throw new StartupFailure("DB_HOST is '%s', which names a host twice: name each once.".formatted(hosts));
        }
        return list;
    }

    private static DatabaseHost parse(String host, String hosts, int port) {
        if (IPV6.matcher(host).matches()) {
            return new DatabaseHost(host, port);
        }
        var parts = HOST.matcher(host);
        if (!parts.matches()) {
            throw new StartupFailure(
                    "DB_HOST is '%s', and '%s' is not the name or address of a host: correct it, or remove it."
                            .formatted(hosts, host));
        }
        var own = parts.group("port") == null ? port : Integer.parseInt(parts.group("port"));
        if (own < 1 || own > 65535) {
            throw new StartupFailure(
                    "DB_HOST is '%s', and %d is not a port: set a number from 1 to 65535.".formatted(hosts, own));
        }
        return new DatabaseHost(parts.group("name") == null ? parts.group("address") : parts.group("name"), own);
    }

    /** Whether the server is on this machine. */
    public boolean isLocal() {
        try {
            return InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** As in a URL. */
    @Override
    public String toString() {
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
