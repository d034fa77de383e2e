package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a participant reads, kind by kind. */
class KindsTest {

    private static final Letters SAMPLE = Letters.sample();
    private static final String WHEN = "Monday, 1 March 2027, 15:00–16:30 (Central European Time, Europe/Paris)";
    private static final String JOIN = Letters.joinLink(Letters.sessionId(1)).toString();
    private static final String MANAGE = "http://localhost:8080/registrations/" + Letters.TOKEN;

    @Test
    void aConfirmationSaysWhatWhenHowToJoinAndHowToLeave() {
        Mail mail = SAMPLE.mail(MailKind.CONFIRMATION);

        assertThat(mail.header("Subject")).isEqualTo("Confirmed: Caring for collections");
        assertThat(mail.text()).contains("Your place is confirmed", WHEN, JOIN, "change or cancel", MANAGE);
        assertThat(mail.html())
                .contains("https://calendar.google.com/", "https://outlook.live.com/", "https://calendar.yahoo.com/")
                .contains("dates=20270301T140000Z%2F20270301T153000Z");
    }

    @Test
    void aConfirmationTellsTheRecordingsThatAreThereAlready() {
        Letter plain = SAMPLE.letter(MailKind.CONFIRMATION);
        Letter letter = new Letter(
                plain.kind(),
                plain.messageId(),
                plain.recipient(),
                plain.activity(),
                plain.sessions(),
                plain.calendar(),
                plain.links(),
                null,
                null,
                List.of(Letters.recording()),
                null);

        assertThat(SAMPLE.mail(letter).text())
                .contains(
                        "Caring for collections: the recording",
                        Letters.recording().watch().toString());
    }

    @Test
    void theWaitingListIsNoPlaceAndHasNoWayIn() {
        Mail mail = SAMPLE.mail(MailKind.WAITLISTED);

        assertThat(mail.text())
                .contains("you do not have a place yet", "it is yours automatically", WHEN, MANAGE)
                .doesNotContain("/join/", "calendar");
        assertThat(mail.calendars()).isEmpty();
    }

    @Test
    void aPromotionGivesThePlaceWithItsInvitation() {
        Mail mail = SAMPLE.mail(MailKind.PROMOTION);

        assertThat(mail.text()).contains("A place has become free for you", WHEN, JOIN);
        assertThat(mail.calendars()).hasSize(2);
    }

    @Test
    void aCancellationTakesTheEntryAwayAndInvitesNobodyIn() {
        Mail mail = SAMPLE.mail(MailKind.CANCELLATION);

        assertThat(mail.text())
                .contains("has been cancelled", "removes this from your calendar")
                .doesNotContain("/join/", "change or cancel");
    }

    @Test
    void asSecondSignUpTellsThatNothingHasChanged() {
        assertThat(SAMPLE.mail(MailKind.ALREADY_REGISTERED).text())
                .contains("Nothing has changed", "You have a confirmed place.", JOIN, MANAGE);
        assertThat(SAMPLE.mail(SAMPLE.letter(MailKind.ALREADY_REGISTERED, List.of(), false))
                        .text())
                .contains("shows how your registration stands")
                .doesNotContain("You have a confirmed place.");
    }

    @Test
    void aReminderSaysHowSoonAndWhereToGo() {
        Mail mail = SAMPLE.writtenAt("2027-02-28T14:00:02Z").mail(MailKind.REMINDER);

        assertThat(mail.header("Subject")).isEqualTo("Reminder: Caring for collections (Monday, 1 March 2027, 15:00)");
        assertThat(mail.text()).contains("“Caring for collections” starts tomorrow at 15:00.", WHEN, JOIN);
    }

    @Test
    void aMovedSessionShowsTheNewTimeFirstAndTheOldOneStruck() {
        Mail mail = SAMPLE.mail(MailKind.SESSION_RESCHEDULED);

        String old = "Monday, 22 February 2027, 15:00–16:30 (Central European Time, Europe/Paris)";
        assertThat(mail.text()).containsSubsequence("has been moved", WHEN, "Previously: " + old);
        assertThat(mail.html()).contains("<s>" + old + "</s>").doesNotContain("<s>" + WHEN);
        assertThat(mail.html()).as("adding would leave two entries").doesNotContain("calendar.google.com");
    }

    @Test
    void aCancelledSessionIsStruckAndCannotBeJoined() {
        Letters conference =
                SAMPLE.with(Letters.conference()[0]).about("CONFERENCE", Map.of("en", "What’s Next?"), "en");
        Mail mail = conference.mail(conference.letter(MailKind.SESSION_CANCELLED, conference.cancels(1), true));

        assertThat(mail.header("Subject")).isEqualTo("Session cancelled: What’s Next?: Session 1");
        assertThat(mail.text())
                .contains("“What’s Next?: Session 1” will not take place")
                .doesNotContain("/join/");
        assertThat(mail.html()).contains("<s>Tuesday, 23 March 2027");
    }

    @Test
    void aCancelledActivityGivesItsReason() {
        Mail mail = SAMPLE.because("The speaker\nhas fallen <ill>.").mail(MailKind.ACTIVITY_CANCELLED);

        assertThat(mail.text()).contains("will not take place", "Reason: The speaker has fallen <ill>.");
        assertThat(mail.html()).contains("The speaker has fallen &lt;ill&gt;.");
    }

    @Test
    void aRecordingComesWithItsOwnLinkOrTheActivitys() {
        assertThat(SAMPLE.mail(MailKind.RECORDING_AVAILABLE).text())
                .contains("You can now watch", Letters.recording().watch().toString());

        Letter plain = SAMPLE.letter(MailKind.RECORDING_AVAILABLE);
        URI watch = URI.create("http://localhost:8080/watch/caring-for-collections?t=abc");
        Letter bare = new Letter(
                plain.kind(),
                plain.messageId(),
                plain.recipient(),
                plain.activity(),
                plain.sessions(),
                plain.calendar(),
                new Links(plain.links().manage(), Map.of(), watch),
                null,
                null,
                List.of(),
                null);
        assertThat(SAMPLE.mail(bare).text()).contains(watch.toString());
    }

    @Test
    void whatIsOverIsNotOfferedToBeJoined() {
        Mail mail = SAMPLE.writtenAt("2027-03-02T09:00:00Z").mail(MailKind.CHANGED);

        assertThat(mail.text())
                .contains("This session has already taken place.")
                .doesNotContain("/join/");
    }

    @Test
    void anActivityWithoutDatesSaysSo() {
        Mail mail = SAMPLE.with().mail(MailKind.CONFIRMATION);

        assertThat(mail.structure()).isEqualTo("alternative(plain, html)");
        assertThat(mail.text()).contains("The dates have not been announced yet.");
    }

    @Test
    void titlesFallBackFromTheReadersLanguageToTheActivitysAndAreMarkedAsWhatTheyAre() {
        Letters portuguese = SAMPLE.in("de").about("TRAINING", Map.of("pt", "Cuidar", "fr", "Soigner"), "pt");

        assertThat(portuguese.mail(MailKind.WAITLISTED).html()).contains("<h2 lang=\"pt\"");
        assertThat(portuguese.in("fr-CA").mail(MailKind.WAITLISTED).header("Subject"))
                .endsWith("Soigner");
        assertThat(portuguese.in("ar").mail(MailKind.WAITLISTED).header("Subject"))
                .isEqualTo("Lista de espera: Cuidar");
    }

    @Test
    void aProgrammeOfManySessionsStaysWithinWhatGmailShows() {
        SessionInfo[] many = new SessionInfo[30];
        for (int i = 0; i < many.length; i++) {
            many[i] = Letters.session(i + 1, "2027-03-01T14:00:00Z", "2027-03-01T15:30:00Z", "Asia/Kathmandu");
        }
        Mail mail =
                SAMPLE.with(many).about("COURSE", Map.of("en", "Course"), "en").mail(MailKind.CONFIRMATION);

        assertThat(mail.piece("text/html").content()).hasSizeLessThan(102_000);
        assertThat(mail.calendars()).hasSize(31);
    }
}
