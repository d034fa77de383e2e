package museum.atrium.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.time.Duration;
import museum.atrium.http.UnusableSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapSessionTest {

    @ParameterizedTest
    @CsvSource({
        "'',       secret, Done,  60s, BOUNCE_IMAP_USERNAME",
        "bounces,  '',     Done,  60s, BOUNCE_IMAP_PASSWORD",
        "bounces,  secret, INBOX, 60s, BOUNCE_IMAP_DONE_FOLDER",
        "bounces,  secret, Done,  0s,  BOUNCE_IMAP_POLL",
    })
    void aMailboxThatCannotBeReadIsRefusedAtTheStart(
            String username, String password, String doneFolder, String poll, String setting) {
        assertThatThrownBy(() -> session("imap.example.org", username, password, doneFolder, poll))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("secret");
    }

    @Test
    void whereNoneIsConfiguredNothingIsAskedFor() {
        assertThat(session("", "", "", "", "60s")).isNotNull();
    }

    @Test
    void whatIsSecretStaysSecret() {
        assertThat(settings("imap.example.org", "bounces", "hidden", "", "60s").toString())
                .doesNotContain("hidden");
    }

    private static Session session(String host, String username, String password, String doneFolder, String poll) {
        return ImapSession.of(settings(host, username, password, doneFolder, poll));
    }

    private static MailboxSettings settings(
            String host, String username, String password, String doneFolder, String poll) {
        return new MailboxSettings(
                host,
                null,
                username,
                password,
                MailboxSettings.Tls.IMPLICIT,
                "INBOX",
                doneFolder,
                Duration.parse("PT" + poll));
    }
}
