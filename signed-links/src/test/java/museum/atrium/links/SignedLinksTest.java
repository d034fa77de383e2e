package museum.atrium.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedLinksTest {

    private static final String OLD_KEY = key(1);
    private static final String NEW_KEY = key(2);

    private final SignedLink link = new SignedLink(UUID.fromString("3b0f2c4e-88a1-4f57-9a52-0d4f1f6f7a11"), 7);
    private final SignedLinks manage = new SignedLinks(LinkKeys.parse("manage", OLD_KEY));

    @Test
    void aLinkThatWasSignedOpens() {
        assertThat(manage.open(manage.sign(link))).contains(link);
    }

    @Test
    void theTokenOfALinkNeverChangesItsForm() {
        // Links in mails that were sent long ago must still open: the expected value was computed by another program.
        assertThat(manage.sign(link)).isEqualTo("Ow8sToihT1eaUg1PH296EQAAAAfGATP6DFQMfGNCmxq4Xl5r");
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        String token = manage.sign(link);
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(manage.open(token.substring(0, at) + other + token.substring(at + 1)))
                    .isEmpty();
        }
    }

    @Test
    void aLinkOfOnePurposeNeverOpensAnother() {
        SignedLinks join = new SignedLinks(LinkKeys.parse("join", OLD_KEY));

        assertThat(join.open(manage.sign(link))).isEmpty();
    }

    @Test
    void afterARotationOldLinksStillOpenAndTheNewKeySigns() {
        SignedLinks rotated = new SignedLinks(LinkKeys.parse("manage", NEW_KEY + ", " + OLD_KEY));

        assertThat(rotated.open(manage.sign(link))).contains(link);
        assertThat(manage.open(rotated.sign(link))).isEmpty();
    }

    @Test
    void aKeyThatWasTakenAwayOpensNothing() {
        SignedLinks replaced = new SignedLinks(LinkKeys.parse("manage", NEW_KEY));

        assertThat(replaced.open(manage.sign(link))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "================================================",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "ééééééééééééééééééééééééééééééééééééééééééééééééé",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whateverIsNotATokenOpensNothing(String token) {
        assertThat(manage.open(token)).isEmpty();
    }

    static String key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
