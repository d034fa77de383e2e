package museum.atrium.http.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is made to call what only this machine and its neighbours reach. */
class DestinationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::"
            })
    void whatIsNotPublicIsRefused(String address) {
        assertThatThrownBy(() -> publicOnly(InetAddress::getAllByName).resolve(address))
                .isInstanceOf(Destinations.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "172.15.0.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111"})
    void whatIsPublicIsAllowed(String address) throws UnknownHostException {
        assertThat(publicOnly(InetAddress::getAllByName).resolve(address))
                .containsExactly(InetAddress.ofLiteral(address));
    }

    @Test
    void ofSeveralAddressesOnlyThePublicOnesAreConnectedTo() throws UnknownHostException {
        InetAddress open = InetAddress.ofLiteral("203.0.113.9");
        InetAddress inside = InetAddress.ofLiteral("10.0.0.1");

        assertThat(publicOnly(host -> new InetAddress[] {inside, open}).resolve("hooks.example.org"))
                .containsExactly(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hooks.example.org/", "http://127.0.0.1:8080/", "http://localhost/"})
    void withoutTlsNothingIsTold(String url) {
        assertThat(publicOnly(InetAddress::getAllByName).complaint(URI.create(url)))
                .hasValue("must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://10.0.0.1/", "https://[::1]:8443/hooks", "https://[::ffff:127.0.0.1]/"})
    void anAddressThatLeadsInsideIsRefusedWhenItIsNamed(String url) {
        assertThat(publicOnly(InetAddress::getAllByName).complaint(URI.create(url)))
                .hasValueSatisfying(said -> assertThat(said).contains("private network"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7f000001",
                "0X7F000001",
                "0x",
                "0177.0.0.1",
                "127.0.0.01",
                "203.0.113.09",
                "2130706433",
                "017700000001",
                "0",
                "2130706433."
            })
    void whatOnlySomeReadAsAnAddressIsNotEvenLookedUp(String host) {
        Destinations.Names nobodyAsked = asked -> {
            throw new AssertionError(asked + " was looked up");
        };

        for (boolean allowPrivateNetworks : new boolean[] {false, true}) {
            assertThat(new Destinations(allowPrivateNetworks, nobodyAsked)
                            .complaint(URI.create("https://" + host + "/hooks")))
                    .hasValueSatisfying(said -> assertThat(said).contains("number for a host"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "203.0.113.255", "0x7f.example.org", "4711.example.org", "hooks-7"})
    void whatIsAnAddressOrANameIsLookedUp(String host) throws UnknownHostException {
        InetAddress open = InetAddress.ofLiteral("203.0.113.9");

        assertThat(publicOnly(asked -> new InetAddress[] {open}).complaint(URI.create("https://" + host + "/")))
                .isEmpty();
    }

    @Test
    void whereTheOperatorAllowsItThisMachineIsReachedWithoutTlsAndNobodyElseIs() {
        Destinations open = new Destinations(true, InetAddress::getAllByName);

        assertThat(open.complaint(URI.create("http://localhost:9/hooks"))).isEmpty();
        assertThat(open.complaint(URI.create("https://10.0.0.1/"))).isEmpty();
        assertThat(open.complaint(URI.create("http://10.0.0.1/"))).isPresent();
        assertThat(open.complaint(URI.create("http://hooks.example.org/"))).isPresent();
        assertThat(open.complaint(URI.create("ftp://localhost/hooks"))).isPresent();
    }

    @Test
    void aHostThatIsNotKnownYetMayBeNamed() {
        Destinations nobody = publicOnly(host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nobody.complaint(URI.create("https://hooks.example.org/"))).isEmpty();
    }

    private static Destinations publicOnly(Destinations.Names names) {
        return new Destinations(false, names);
    }
}
