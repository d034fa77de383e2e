package museum.atrium.registration.defence;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that begin alike, written as {@code 192.0.2.0/24}. An IPv4 address is in no range of IPv6. */
final class AddressRange {

    private static final Pattern WRITTEN = Pattern.compile("(.+)/([0-9]{1,3})");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** Nothing if it is no range, or the address is not the first of it: it would be unclear what was meant. */
    static Optional<AddressRange> parse(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] first;
        try {
            first = InetAddress.ofLiteral(parts.group(1)).getAddress();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts.group(2));
        boolean isFirst = bits <= first.length * Byte.SIZE
                && (bits == first.length * Byte.SIZE
                        || rest(first[bits / Byte.SIZE], bits) == 0 && onlyZerosFrom(bits / Byte.SIZE + 1, first));
        return isFirst ? Optional.of(new AddressRange(first, bits)) : Optional.empty();
    }

    boolean contains(InetAddress client) {
        byte[] address = client.getAddress();
        if (address.length != first.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        if (!Arrays.equals(first, 0, whole, address, 0, whole)) {
            return false;
        }
        int partial = bits % Byte.SIZE;
        return partial == 0 || Byte.toUnsignedInt((byte) (first[whole] ^ address[whole])) >> (Byte.SIZE - partial) == 0;
    }

    /** What of the byte in which the common beginning ends lies behind it. */
    private static int rest(byte last, int bits) {
        return last & (0xFF >> (bits % Byte.SIZE));
    }

    private static boolean onlyZerosFrom(int index, byte[] bytes) {
        return Arrays.equals(bytes, index, bytes.length, new byte[bytes.length - index], 0, bytes.length - index);
    }
}
