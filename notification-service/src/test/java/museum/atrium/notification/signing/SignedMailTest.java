package museum.atrium.notification.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithMailbox;
import museum.atrium.outbox.ReceivedEvent;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.junit.jupiter.api.Test;

/** Mails as the receiving server has them, checked by a verifier of our own and by that of the library. */
class SignedMailTest extends WithMailbox {

    private static final String LONG_TITLE =
            "Conservação de coleções: do diagnóstico à reserva técnica, com poucos recursos e menos pessoal ainda";

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void aPlainMailIsSignedForTheDomain() throws Exception {
        announcer.tell(story.published(), story.contact(somebody), story.interested(somebody));

        String mail = mail();

        assertThat(mail).doesNotContain("text/calendar");
        assertGood(mail);
        Verification signature = new Verification(mail);
        assertThat(signature.tag("d")).isEqualTo("example.org");
        assertThat(signature.tag("s")).isEqualTo("tests");
        assertThat(signature.tag("c")).isEqualTo("relaxed/relaxed");
        assertThat(signature.tag("h").split(":"))
                .startsWith("from", "from")
                .contains("to", "subject", "date", "message-id", "reply-to", "content-type", "mime-version", "list-id")
                .contains("list-unsubscribe", "list-unsubscribe-post", "auto-submitted");
    }

    @Test
    void soIsAnInvitationWithALongSubjectInAnotherScriptInTheNameOfANetwork() throws Exception {
        UUID network = UUID.randomUUID();
        announcer.tell(
                Story.network(
                        network, 1, "Rede de museus e coleções visitáveis da região autónoma e das ilhas próximas"),
                titled(LONG_TITLE, network),
                story.contact(somebody),
                story.confirmed(somebody));

        String mail = mail();

        assertThat(mail).contains("text/calendar").containsPattern("Subject: =\\?UTF-8\\?B\\?\\S+\r\n =\\?UTF-8");
        assertGood(mail);
    }

    @Test
    void whatIsChangedOnTheWayIsFound() throws Exception {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));

        String mail = mail();

        assertGood(mail);
        assertBad(mail.replaceFirst("(?s)(\r\n\r\n.*?)museum", "$1Museum") + "more\r\n");
        assertBad(mail.replaceFirst("\nFrom: [^<]*<", "\nFrom: \"Somebody\" <"));
        assertBad("From: other@example.com\r\n" + mail);
        assertBad("List-Unsubscribe: <https://other.example.com>\r\n" + mail);
        assertBad(mail.replaceFirst("\nSubject: ", "\nSubject: Urgent: "));
    }

    @Test
    void linesAreShortAndEndAsInMail() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));

        assertThat(mail().split("\r\n"))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThan(100)
                        .doesNotContain("\r")
                        .doesNotContain("\n"));
    }

    private ReceivedEvent titled(String title, UUID network) {
        return Story.but(story.published(), json -> {
            json.put("network", network.toString());
            json.putObject("title").put("en", title);
        });
    }

    private String mail() {
        String address = Story.address(somebody);
        eventually(() -> assertThat(mailsTo(address)).hasSize(1));
        return mailsTo(address).getFirst().message();
    }

    private static void assertGood(String mail) throws GeneralSecurityException, FailException, IOException {
        assertThat(new Verification(mail).isGood(publicKey())).isTrue();
        assertThat(byTheLibrary(mail)).isEqualTo(1);
    }

    private static void assertBad(String changed) throws GeneralSecurityException {
        assertThat(new Verification(changed).isGood(publicKey())).isFalse();
        assertThatThrownBy(() -> byTheLibrary(changed)).isInstanceOf(PermFailException.class);
    }

    private static int byTheLibrary(String mail) throws FailException, IOException {
        DKIMVerifier verifier =
                new DKIMVerifier((methods, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + publicKey()));
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(UTF_8))).size();
    }
}
