package museum.atrium.http.destination;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Where calls may lead whose address somebody else has named: not to what only this machine and its neighbours reach. Connections are made
 * to the very addresses that were looked at here, so that a name that changes its address in between leads nowhere else.
 */
public final class Destinations implements DnsResolver {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern IPV4 =
            Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final int HIGHEST_PORT = 65_535;

    private final boolean allowPrivateNetworks;
    private final Names names;

    /** @param allowPrivateNetworks whether they may lead into private networks, and to this machine also without TLS */
    public Destinations(boolean allowPrivateNetworks, Names names) {
        this.allowPrivateNetworks = allowPrivateNetworks;
        this.names = names;
    }

    /** Who knows the addresses of a host. */
    @FunctionalInterface
    public interface Names {

        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** The host has no address that a call may lead to. */
    public static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1;

        Refused() {
            super("no public address");
        }
    }

    /** What is wrong with an address that is named. A host that cannot be looked up may be there later. */
    public Optional<String> complaint(URI url) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        if (!secure && !(plain && allowPrivateNetworks && isThisMachine(url))) {
            return Optional.of("must begin with https://");
        }
        if (url.getPort() > HIGHEST_PORT) {
            return Optional.of("has a port that does not exist");
        }
        if (isOddNumber(url.getHost())) {
            return Optional.of("has a number for a host; write an IPv4 address as four of them, like 203.0.113.9");
        }
        try {
            resolve(url.getHost());
        } catch (Refused refused) {
            return Optional.of("leads into a private network, which is not allowed");
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * Short, octal and hexadecimal addresses, which one program reads in one way and the next in another. A name never ends in a
     * number.
     */
    private static boolean isOddNumber(String host) {
        String last =
                host.substring(host.lastIndexOf('.', host.length() - 2) + 1).replaceAll("\\.$", "");
        return NUMBER.matcher(last).matches() && !IPV4.matcher(host).matches();
    }

    private static boolean isThisMachine(URI url) {
        return THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] allowed = Arrays.stream(names.addressesOf(host))
                .filter(address -> allowPrivateNetworks || isPublic(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new Refused();
        }
        return allowed;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(String host) {
        return host;
    }

    /** IPv4 within IPv6 is IPv4 to Java, if mapped; in its other disguises it is refused with everything else that is not global. */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicOfFour(address, bytes) : isGlobalOfSixteen(bytes);
    }

    private static boolean isPublicOfFour(InetAddress address, byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        boolean near = address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress();
        boolean ofCarriers = first == 100 && second >= 64 && second < 128;
        boolean ofProtocols = first == 192 && second == 0 && bytes[2] == 0;
        boolean ofBenchmarks = first == 198 && (second == 18 || second == 19);
        return !near && !ofCarriers && !ofProtocols && !ofBenchmarks && first != 0 && first < 224;
    }

    /** 2000::/3 without Teredo and 6to4, which hold IPv4 addresses of any kind. */
    private static boolean isGlobalOfSixteen(byte[] bytes) {
        int start = Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1]);
        boolean teredo = start == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return start >>> 13 == 1 && start != 0x2002 && !teredo;
    }
}
