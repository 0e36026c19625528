package shop.kontor.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.util.NetMaskSet;
import org.apache.catalina.valves.ValveBase;
import shop.kontor.settings.IpLiteral;
import shop.kontor.settings.ProxySettings;

/**
 * Believes what the proxies in {@code KONTOR_PROXIES} say of a request, its client's address, its scheme, host and port, and
 * removes what anybody else says of them.
 *
 * <p>Tomcat's {@code RemoteIpValve} takes any text for an address, asks name servers about it, and loses the port of
 * {@code X-Forwarded-Host}.
 */
class ForwardedValve extends ValveBase {

    private static final Pattern HEADER = Pattern.compile("forwarded|x-forwarded\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("https?");
    private static final Pattern HOST = Pattern.compile("([\\w.-]+|\\[[\\da-fA-F:.]+])(?::(\\d{1,5}))?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    /** As some proxies write addresses: in brackets, or with a port. */
    private static final Pattern DECORATED = Pattern.compile("\\[(?<v6>.*)](?::\\d+)?|(?<v4>[\\d.]+):\\d+");

    private final NetMaskSet proxies = new NetMaskSet();

    ForwardedValve(ProxySettings settings) {
        super(true);
        settings.addresses().forEach(proxies::add);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var peer = IpLiteral.parse(request.getRemoteAddr().replaceFirst("%.*", ""));
        if (peer.isPresent() && proxies.contains(peer.get())) {
            var hops = setClient(request, peer.get());
            setAddress(request, hops);
        }
        var headers = request.getCoyoteRequest().getMimeHeaders();
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> HEADER.matcher(name).matches())
                .forEach(headers::removeHeader);
        getNext().invoke(request, response);
    }

    /**
     * Finds the client: the last address that no proxy of ours has, since all before it may be invented. A value that is no
     * address ends the search at the proxy that reported it.
     *
     * @return the number of our proxies that the request came through
     */
    private int setClient(Request request, InetAddress peer) {
        var client = peer;
        var hops = 0;
        var reported = values(request, "X-Forwarded-For");
        for (int i = reported.size() - 1; proxies.contains(client); i--) {
            hops++;
            var next = i < 0 ? Optional.<InetAddress>empty() : address(reported.get(i));
            if (next.isEmpty()) {
                break;
            }
            client = next.get();
        }
        request.setRemoteAddr(client.getHostAddress());
        request.setRemoteHost(client.getHostAddress());
        return hops;
    }

    /** Sets the address that the client sees: scheme, host and port. */
    private static void setAddress(Request request, int hops) {
        first(request, "X-Forwarded-Proto", hops)
                .map(scheme -> scheme.toLowerCase(Locale.ROOT))
                .filter(scheme -> SCHEME.matcher(scheme).matches())
                .ifPresent(scheme -> {
                    request.getCoyoteRequest().scheme().setString(scheme);
                    request.setSecure(scheme.equals("https"));
                });
        var host = HOST.matcher(first(request, "X-Forwarded-Host", hops)
                .filter(value -> HOST.matcher(value).matches())
                .or(() -> Optional.ofNullable(request.getHeader("Host")))
                .orElse(""));
        if (host.matches()) {
            var standard = request.getScheme().equals("https") ? 443 : 80;
            var port = Optional.ofNullable(host.group(2))
                    .or(() -> first(request, "X-Forwarded-Port", hops))
                    .filter(value -> PORT.matcher(value).matches())
                    .map(Integer::valueOf)
                    .orElse(standard);
            request.getCoyoteRequest().serverName().setString(host.group(1));
            request.setServerPort(port);
            request.getCoyoteRequest()
                    .getMimeHeaders()
                    .setValue("Host")
                    .setString(host.group(1) + (port == standard ? "" : ":" + port));
        }
    }

    private static Optional<InetAddress> address(String value) {
        var decorated = DECORATED.matcher(value);
        if (!decorated.matches()) {
            return IpLiteral.parse(value);
        }
        return IpLiteral.parse(decorated.group(decorated.group("v6") == null ? "v4" : "v6"));
    }

    /** The value that the first of our proxies has set: each of them adds one, or leaves the only one as it is. */
    private static Optional<String> first(Request request, String header, int hops) {
        var values = values(request, header);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(Math.max(0, values.size() - hops)));
    }

    /**
     * The values of a list, which may be several lines; empty ones do not count (RFC 9110, section 5.6.1). Tomcat has null for
     * an empty line.
     */
    private static List<String> values(Request request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .filter(Objects::nonNull)
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
