package museum.atrium.registration.defence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import museum.atrium.http.UnusableSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class DefenceSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_001})
    void aRateIsANumberOfRequests(int most) {
        var settings = new DefenceSettings(
                most, Duration.ofHours(1), most, Duration.ofMinutes(10), "", Duration.ofMinutes(5), 0);

        assertThatThrownBy(settings::perAddress)
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("SIGN_UPS_PER_ADDRESS is " + most + ": it must be a number from 1 to 1000000.");
        assertThatThrownBy(settings::perNetwork).hasMessageStartingWith("SIGN_UPS_PER_NETWORK is " + most);
        assertThatThrownBy(settings::difficulty).hasMessageStartingWith("PROOF_DIFFICULTY is 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT0.5S", "P8D"})
    void aPeriodIsATimeThatPasses(String period) {
        var time = Duration.parse(period);
        var settings = new DefenceSettings(20, time, 600, time, "", time, 1);

        assertThatThrownBy(settings::perAddress).hasMessageStartingWith("SIGN_UPS_PER_ADDRESS_PERIOD is");
        assertThatThrownBy(settings::perNetwork).hasMessageStartingWith("SIGN_UPS_PER_NETWORK_PERIOD is");
        assertThatThrownBy(settings::expiry).hasMessageStartingWith("PROOF_EXPIRY is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost/8",
                "192.0.2.1",
                "192.0.2.1/24",
                "192.0.2.128/24",
                "192.0.2.128/0",
                "192.0.2.0/33",
                "192.0.2.0/24;::1/128",
                "2001:db8::/129",
                "2001:db8::1/127",
                "::/999",
                "/8",
                "x"
            })
    void whatIsNoNetworkIsNamed(String written) {
        assertThatThrownBy(() -> exempt("::1/128, " + written).unlimited())
                .isInstanceOf(UnusableSetting.class)
                .hasMessage("SIGN_UPS_UNLIMITED_FROM has '" + written + "', which is not a network.");
    }

    @Test
    void networksAreSeparatedByCommas() {
        assertThat(exempt("").unlimited()).isEmpty();
        assertThat(exempt("127.0.0.0/8,\t::1/128,").unlimited()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.255.0.1, true",
        "127.0.0.0/8, 128.0.0.1, false",
        "192.0.2.64/26, 192.0.2.127, true",
        "192.0.2.64/26, 192.0.2.128, false",
        "192.0.2.128/25, 192.0.2.129, true",
        "192.0.2.128/25, 192.0.2.1, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "192.0.2.1/32, 192.0.2.2, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, ::1, false",
        "::/0, ::1, true",
        "::/0, 0.0.0.0, false",
        "::1/128, ::1, true",
        "::1/128, ::2, false",
        "::1/128, 0.0.0.0, false",
        "2001:db8:8000::/33, 2001:db8:8000::1, true",
        "2001:db8:8000::/33, 2001:db8:7fff::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void aNetworkHasTheAddressesThatBeginLikeIt(String network, String address, boolean inside) {
        assertThat(exempt(network).unlimited().getFirst().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @Test
    void theServiceDoesNotStartWithASettingThatCannotBe() {
        new ApplicationContextRunner()
                .withUserConfiguration(Limits.class)
                .withPropertyValues(
                        "atrium.defence.sign-ups-per-address=0",
                        "atrium.defence.sign-ups-per-address-period=1h",
                        "atrium.defence.sign-ups-per-network=600",
                        "atrium.defence.sign-ups-per-network-period=10m",
                        "atrium.defence.sign-ups-unlimited-from=",
                        "atrium.defence.proof-expiry=5m",
                        "atrium.defence.proof-difficulty=1000")
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(UnusableSetting.class));
    }

    private static DefenceSettings exempt(String networks) {
        return new DefenceSettings(
                20, Duration.ofHours(1), 600, Duration.ofMinutes(10), networks, Duration.ofMinutes(5), 1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DefenceSettings.class)
    @Import({AddressLimit.class, museum.atrium.registration.TestClock.class})
    static class Limits {}
}
