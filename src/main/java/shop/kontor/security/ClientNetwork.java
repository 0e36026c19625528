package shop.kontor.security;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import shop.kontor.settings.IpLiteral;

/**
 * The network that a client comes from: what one customer of a provider has, however many addresses that is. This is the
 * address for IPv4, and the /64 for IPv6.
 *
 * @param text in ASCII, at most 45 characters
 */
public record ClientNetwork(String text) {

    /** The prefix of IPv4 addresses that a gateway has translated to IPv6 (RFC 6052). */
    private static final byte[] TRANSLATED = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final ClientNetwork UNKNOWN = new ClientNetwork("unknown");

    /** The network of an address; an IPv4 address in IPv6 is the same as without. */
    static ClientNetwork of(String address) {
        return IpLiteral.parse(address.replaceFirst("%.*", ""))
                .map(ClientNetwork::of)
                .orElse(UNKNOWN);
    }

    private static ClientNetwork of(InetAddress address) {
        if (address instanceof Inet4Address) {
            return new ClientNetwork(address.getHostAddress());
        }
        var bytes = address.getAddress();
        if (Arrays.equals(bytes, 0, TRANSLATED.length, TRANSLATED, 0, TRANSLATED.length)) {
            return of(address(Arrays.copyOfRange(bytes, TRANSLATED.length, bytes.length)));
        }
        Arrays.fill(bytes, 8, bytes.length, (byte) 0);
        return new ClientNetwork(address(bytes).getHostAddress() + "/64");
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e); // neither 4 nor 16 bytes
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
