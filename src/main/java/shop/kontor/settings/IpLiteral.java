package shop.kontor.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses, and asks no name server about what is none. */
public final class IpLiteral {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

    /** Not all of these are addresses, but {@link InetAddress} takes none for a name: there is a colon. */
    private static final Pattern IPV6 = Pattern.compile("[\\da-fA-F]*:[\\da-fA-F:.]*");

    private IpLiteral() {}

    /** The address that a text is, without brackets, zone or port; empty if it is none. */
    public static Optional<InetAddress> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
