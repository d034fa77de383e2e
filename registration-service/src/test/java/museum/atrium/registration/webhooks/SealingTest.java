package museum.atrium.registration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import museum.atrium.links.LinkKeys;
import museum.atrium.registration.Api;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] SECRET = "what signs".getBytes();
    private static final UUID OWNER = UUID.randomUUID();

    @Test
    void whatIsSealedIsNotToBeSeenAndOpensAgain() throws Exception {
        byte[] sealed = sealing(Api.MANAGE_KEY).seal(SECRET, OWNER);

        assertThat(new String(sealed)).doesNotContain("signs");
        assertThat(sealing(Api.MANAGE_KEY).open(sealed, OWNER)).isEqualTo(SECRET);
        assertThat(sealing(Api.MANAGE_KEY).seal(SECRET, OWNER)).isNotEqualTo(sealed);
    }

    @Test
    void whatAnOldKeySealedOpensAsLongAsThatIsKept() throws Exception {
        byte[] sealed = sealing(Api.MANAGE_KEY).seal(SECRET, OWNER);

        assertThat(sealing(Api.JOIN_KEY + "," + Api.MANAGE_KEY).open(sealed, OWNER))
                .isEqualTo(SECRET);
        assertThatThrownBy(() -> sealing(Api.JOIN_KEY).open(sealed, OWNER)).isInstanceOf(Sealing.Unreadable.class);
    }

    @Test
    void oneWebhooksSecretIsNoOthers() {
        byte[] sealed = sealing(Api.MANAGE_KEY).seal(SECRET, OWNER);

        assertThatThrownBy(() -> sealing(Api.MANAGE_KEY).open(sealed, UUID.randomUUID()))
                .isInstanceOf(Sealing.Unreadable.class);
    }

    private static Sealing sealing(String keys) {
        return new Sealing(LinkKeys.parse("manage", keys).alsoFor("webhooks"));
    }
}
