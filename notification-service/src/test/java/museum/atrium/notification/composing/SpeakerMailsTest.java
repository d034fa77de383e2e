package museum.atrium.notification.composing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What who speaks reads where participants get the same mail. Left in {@code target/mails} to be looked at. */
class SpeakerMailsTest {

    private static final Letters SAMPLE = Letters.sample();
    private static final String JOIN = Letters.joinLink(Letters.sessionId(1)).toString();

    static Stream<Arguments> sharedKindsAndLanguages() {
        return Stream.of(
                        MailKind.CHANGED,
                        MailKind.REMINDER,
                        MailKind.SESSION_RESCHEDULED,
                        MailKind.SESSION_CANCELLED,
                        MailKind.ACTIVITY_CANCELLED,
                        MailKind.RECORDING_AVAILABLE)
                .flatMap(kind -> Wording.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("sharedKindsAndLanguages")
    void nothingReadsAsIfTheyHadRegistered(MailKind kind, String language) throws IOException {
        Wording words = Wording.in(language);
        Mail mail = SAMPLE.in(language).toSpeaker(Standing.CONFIRMED).mail(kind);
        keep(mail, kind.keyOfSpeaker(), language);

        assertThat(mail.text())
                .contains(words.say("speaking.heading"), begins(words, "footer.speaking"))
                .doesNotContain(
                        words.say("manage.open.text"),
                        words.say("manage.ended.text"),
                        words.say("state.place"),
                        words.say("join.label") + "\r\n",
                        words.say("join.note"),
                        begins(words, "footer.why"));
    }

    @Test
    void anInvitationAsksForAnAnswerAndLetsNobodyIn() {
        Mail mail = SAMPLE.mail(MailKind.SPEAKER_INVITED);

        assertThat(mail.header("Subject")).isEqualTo("Invitation to speak: Caring for collections");
        assertThat(mail.text())
                .contains("The organiser invites you to speak", "Answer the invitation", "One hour on storage")
                .doesNotContain("/join/", "Add to your calendar");
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void whoHasAcceptedGetsTheEntryAndTheWayInAsHost() {
        Mail mail = SAMPLE.mail(MailKind.SPEAKER_ACCEPTED);

        assertThat(mail.text()).contains("Thank you for agreeing", "Start as host", JOIN, "please do not pass it on");
        assertThat(mail.calendars())
                .hasSize(2)
                .allSatisfy(entry -> assertThat(new String(entry.content(), UTF_8).replace("\r\n ", ""))
                        .contains("METHOD:REQUEST", "Start as host\\n" + JOIN));
    }

    @Test
    void whoIsRemindedIsRemindedOfSpeaking() {
        Mail mail = SAMPLE.toSpeaker(Standing.CONFIRMED).mail(MailKind.REMINDER);

        assertThat(mail.header("Subject")).startsWith("You are speaking: Caring for collections");
        assertThat(mail.text()).contains("where you are speaking, starts", "Start as host", JOIN);
    }

    @Test
    void whoHasNotAnsweredIsAskedAboutTheNewTime() {
        Letters invited = SAMPLE.toSpeaker(Standing.INVITED);

        assertThat(invited.mail(invited.letter(MailKind.SESSION_RESCHEDULED, List.of(), false))
                        .text())
                .contains("whether you can speak at the new time")
                .doesNotContain("waiting list", "still expected", "/join/");
        assertThat(invited.mail(invited.letter(MailKind.SESSION_CANCELLED, List.of(), false))
                        .text())
                .contains("the invitation still stands for them")
                .doesNotContain("waiting list");
    }

    @Test
    void lostLinksNameTheInvitationAmongRegistrations() {
        HeldInfo invitation = new HeldInfo(
                new RegistrationInfo(Standing.INVITED, Role.SPEAKER, null),
                SAMPLE.activity(),
                false,
                SAMPLE.sessions(),
                Letters.manageLink(7));

        assertThat(SAMPLE.mail(SAMPLE.links(List.of(invitation))).text())
                .contains("The organiser is waiting for your answer", "Open my speaker’s page");
    }

    private static String begins(Wording words, String key) {
        return words.phrase(key).texts().getFirst();
    }

    private static void keep(Mail mail, String kind, String language) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(kind + "-" + language + ".html"), mail.html());
        Files.writeString(folder.resolve(kind + "-" + language + ".txt"), mail.text());
    }
}
