package museum.atrium.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkKeysTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void withoutAKeyTheOperatorIsToldWhichVariableToSet(String configured) {
        // The test runs in Turkish, whose upper case of "join" would not be JOIN.
        assertThatThrownBy(() -> LinkKeys.parse("join", configured))
                .hasMessageStartingWith("LINK_KEYS_JOIN has no key.");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> LinkKeys.parse("join", "c2hvcnQ=")).hasMessageContaining("a key of 5 bytes");
    }

    @Test
    void anEmptyPlaceInTheListIsRefused() {
        assertThatThrownBy(() -> LinkKeys.parse("join", SignedLinksTest.key(1) + ","))
                .hasMessageContaining("a key of 0 bytes");
    }

    @Test
    void aRefusalNeverRepeatsTheConfiguredValue() {
        assertThatThrownBy(() -> LinkKeys.parse("join", "not*base64*at*all"))
                .hasMessageContaining("a key that is not base64")
                .hasNoCause()
                .hasMessageNotContaining("all*")
                .hasMessageNotContaining("not*");
    }

    @Test
    void whatIsNoLinkIsSignedAndAcceptedUntilItsKeyIsTakenAway() {
        byte[] content = {1, 2, 3};
        byte[] signature = LinkKeys.parse("proof", SignedLinksTest.key(1)).sign(content);

        assertThat(LinkKeys.parse("proof", SignedLinksTest.key(2) + "," + SignedLinksTest.key(1))
                        .accepts(content, signature))
                .isTrue();
        assertThat(LinkKeys.parse("proof", SignedLinksTest.key(2)).accepts(content, signature))
                .isFalse();
        assertThat(LinkKeys.parse("join", SignedLinksTest.key(1)).accepts(content, signature))
                .isFalse();
        assertThat(LinkKeys.parse("proof", SignedLinksTest.key(1)).accepts(new byte[] {1, 2}, signature))
                .isFalse();
    }

    @Test
    void keysDoNotPrintThemselves() {
        String key = SignedLinksTest.key(1);

        assertThat(LinkKeys.parse("join", key)).hasToString("LinkKeys[purpose=join, keys=1]");
    }

    @Test
    void whatWasSignedBeforeARotationIsAmongTheSignaturesOfAllKeys() {
        byte[] content = {1, 2, 3};
        byte[] before = LinkKeys.parse("join", SignedLinksTest.key(1)).sign(content);
        LinkKeys rotated = LinkKeys.parse("join", SignedLinksTest.key(2) + "," + SignedLinksTest.key(1));

        assertThat(rotated.signatures(content)).containsExactly(rotated.sign(content), before);
        assertThat(rotated.alsoFor("watch").signatures(content)).doesNotContain(before);
    }
}
