package museum.atrium.registration.defence;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What counts as one network: an IPv4 address, behind which may be a whole house; of IPv6 the /64 that a house is given.
 *
 * @param first its first address
 */
record Network(InetAddress first) {

    private static final int PREFIX_BYTES = 8;

    static Network of(InetAddress client) {
        if (!(client instanceof Inet6Address)) {
            return new Network(client);
        }
        byte[] bytes = client.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        try {
            return new Network(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an IPv6 address has 16 bytes", impossible);
        }
    }
}
