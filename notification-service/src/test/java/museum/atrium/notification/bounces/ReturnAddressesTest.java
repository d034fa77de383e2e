package museum.atrium.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import museum.atrium.http.UnusableSetting;
import museum.atrium.notification.story.Notified;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressesTest {

    private static final String OTHER_KEY = "b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Q=";

    private final ReturnAddresses addresses = with(Notified.MANAGE_KEY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 33, 1_000_000, 4_294_967_296L, Long.MAX_VALUE})
    void eachDeliveryHasOneThatLeadsBackToIt(long delivery) {
        String address = addresses.of(delivery).orElseThrow();

        assertThat(address).matches("bounces\\+[0-9a-v]{29}@mail\\.example\\.org");
        assertThat(addresses.find("<" + address + ">")).hasValue(delivery);
        assertThat(addresses.find("Bounce <" + address.toUpperCase(Locale.ROOT) + ">, other@example.org"))
                .hasValue(delivery);
    }

    @Test
    void whatWasMadeUpLeadsNowhere() {
        String address = addresses.of(7).orElseThrow();
        String token = address.substring("bounces+".length(), address.indexOf('@'));

        assertThat(addresses.find(address.replace(token, "0".repeat(29)))).isEmpty();
        assertThat(addresses.find(address.replace(token, "v".repeat(29)))).isEmpty();
        assertThat(addresses.find(address.replace(token, changed(token, 12)))).isEmpty();
        assertThat(addresses.find(address.replace(token, changed(token, 28)))).isEmpty();
        assertThat(addresses.find(address.replace(token, token.substring(1)))).isEmpty();
        assertThat(addresses.find(address.replace(token, token + "0"))).isEmpty();
        assertThat(addresses.find(with(OTHER_KEY).of(7).orElseThrow())).isEmpty();
        assertThat(addresses.find("")).isEmpty();
    }

    @Test
    void aKeyThatWasReplacedIsStillKnown() {
        String before = with(OTHER_KEY).of(7).orElseThrow();

        assertThat(with(Notified.MANAGE_KEY + "," + OTHER_KEY).find(before)).hasValue(7);
    }

    @Test
    void withoutAnAddressThereIsNone() {
        ReturnAddresses none = new ReturnAddresses("", Notified.MANAGE_KEY);

        assertThat(none.of(7)).isEmpty();
        assertThat(none.find(addresses.of(7).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounces",
                "Bounces <bounces@example.org>",
                "a b@example.org",
                "b@example",
                "b@example..org",
                "b\r\nRCPT TO:<x@example.org>",
                "a-local-part-that-leaves-no-room-for-the-token@example.org"
            })
    void whatIsNoAddressIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> new ReturnAddresses(address, Notified.MANAGE_KEY))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("BOUNCE_ADDRESS");
    }

    private static String changed(String token, int at) {
        char other = token.charAt(at) == '3' ? '4' : '3';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private static ReturnAddresses with(String keys) {
        return new ReturnAddresses("bounces@mail.example.org", keys);
    }
}
