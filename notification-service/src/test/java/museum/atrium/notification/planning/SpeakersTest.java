package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.notification.story.Notified;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is invited to speak gets what concerns them, with links of their own, and nothing that is for participants. */
class SpeakersTest extends WithInbox {

    private static final Pattern PAGE = Pattern.compile("https://atrium\\.example\\.org/speaking/([\\w-]+)");
    private static final SignedLinks OPENING =
            new SignedLinks(LinkKeys.parse("manage", Notified.MANAGE_KEY).alsoFor("speaking"));
    private static final Map<String, Integer> INVITED = Map.of("speakerInvited", 1);
    private static final Map<String, Integer> ACCEPTED = Map.of("speakerInvited", 1, "speakerAccepted", 2);

    private final Story story = new Story();
    private final UUID speaker = story.somebody();

    @BeforeEach
    void somebodyIsInvited() {
        announcer.tell(story.published(), story.contact(speaker), story.speaker(speaker, 1, "PENDING", INVITED));
        eventually(() -> assertThat(outbound.of(speaker)).containsExactly("SPEAKER_INVITED SENT"));
    }

    @Test
    void whoAcceptsGetsTheEntryAndTheWayInAsHost() {
        OpenedMessage asked = latest();
        assertThat(asked.calendar()).isNull();
        assertThat(asked.text()).contains("contar com a sua intervenção").doesNotContain("/registrations/", "/join/");
        assertThat(pageOf(asked)).isEqualTo(new SignedLink(speaker, 1));

        accept();
        OpenedMessage confirmed = latest();
        assertThat(confirmed.calendar()).contains("METHOD:REQUEST", "SEQUENCE:0");
        assertThat(confirmed.text())
                .contains("Iniciar como anfitrião", "/join/", "/" + story.session)
                .doesNotContain("/registrations/");
        assertThat(pageOf(confirmed)).isEqualTo(new SignedLink(speaker, 1));
    }

    @Test
    void whatIsToldTwiceIsAskedOnce() {
        announcer.tell(story.speaker(speaker, 1, "PENDING", INVITED), story.contact(speaker));
        accept();
        announcer.tell(story.speaker(speaker, 2, "CONFIRMED", ACCEPTED), story.speaker(speaker, 1, "PENDING", INVITED));

        throughout(
                Duration.ofMillis(500),
                () -> assertThat(outbound.of(speaker))
                        .containsExactly("SPEAKER_INVITED SENT", "SPEAKER_ACCEPTED SENT"));
    }

    @Test
    void whoHasNotAnsweredIsNotRemindedButHearsOfNewTimes() {
        announcer.tell(story.reminder(Instant.now()), story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()));
        announcer.tell(story.moved(2, story.startsAt.plusSeconds(3_600)));

        eventually(() ->
                assertThat(outbound.of(speaker)).containsExactly("SPEAKER_INVITED SENT", "SESSION_RESCHEDULED SENT"));
        assertThat(latest().text()).contains("se pode intervir no novo horário").doesNotContain("lista de espera");
        assertThat(latest().calendar()).isNull();
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());

        announcer.tell(story.activityCancelled(3));
        eventually(() -> assertThat(outbound.of(speaker)).contains("ACTIVITY_CANCELLED SENT"));
        assertThat(latest().text()).contains("disponibilidade para intervir").doesNotContain("inscrição");
    }

    @Test
    void whoSpeaksIsRemindedOfTheirOwnWayIn() {
        accept();
        announcer.tell(story.reminder(Instant.now()));

        eventually(() -> assertThat(outbound.of(speaker)).contains("REMINDER SENT"));
        assertThat(latest().subject()).startsWith("Vai intervir:");
        assertThat(latest().text()).contains("Iniciar como anfitrião", "/join/", "/speaking/");
    }

    @Test
    void aMovedSessionMovesInTheCalendarOfWhoSpeaks() {
        accept();
        announcer.tell(story.moved(2, story.startsAt.plusSeconds(3_600)));

        eventually(() -> assertThat(outbound.of(speaker)).contains("SESSION_RESCHEDULED SENT"));
        assertThat(latest().calendar()).contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(latest().text()).contains("A sua intervenção continua prevista");
    }

    @Test
    void recordingsAreToldUnlessTheyAreForThoseWhoCame() {
        accept();
        announcer.tell(story.recording(1, "PUBLISHED", "ATTENDEES", Instant.now()));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(outbound.of(speaker)).doesNotContain("RECORDING_AVAILABLE SENT");

        announcer.tell(story.recording(2, "PUBLISHED", "REGISTRANTS", Instant.now()));
        eventually(() -> assertThat(outbound.of(speaker)).contains("RECORDING_AVAILABLE SENT"));
        assertThat(latest().text()).contains("/watch/", "/speaking/");
    }

    @Test
    void whoDeclinesLosesTheEntryAndGetsItAnewWhenTheyAcceptAfterAll() {
        accept();
        announcer.tell(story.speaker(
                speaker, 3, "CANCELLED", Map.of("speakerInvited", 1, "speakerAccepted", 2, "speakerDeclined", 3)));
        eventually(() -> assertThat(outbound.of(speaker)).contains("SPEAKER_DECLINED SENT"));
        assertThat(latest().calendar()).contains("METHOD:CANCEL", "SEQUENCE:1");

        announcer.tell(story.speaker(
                speaker, 4, "CONFIRMED", Map.of("speakerInvited", 1, "speakerDeclined", 3, "speakerAccepted", 4)));
        eventually(() -> assertThat(outbound.of(speaker)).endsWith("SPEAKER_ACCEPTED SENT"));
        assertThat(latest().calendar()).contains("METHOD:REQUEST", "SEQUENCE:2");
    }

    @Test
    void whoIsSentNewLinksGetsThemInTheCalendarAsWell() {
        accept();
        announcer.tell(Story.but(
                story.speaker(speaker, 3, "CONFIRMED", Map.of("speakerInvited", 1, "speakerAccepted", 3)),
                json -> json.put("linkVersion", 2)));

        eventually(() -> assertThat(outbound.of(speaker))
                .containsExactly("SPEAKER_INVITED SENT", "SPEAKER_ACCEPTED SENT", "SPEAKER_ACCEPTED SENT"));
        assertThat(pageOf(latest())).isEqualTo(new SignedLink(speaker, 2));
        assertThat(latest().calendar()).contains("METHOD:REQUEST", "SEQUENCE:1");
    }

    @Test
    void aWithdrawalIsToldWhetherTheyHadAnsweredOrNot() {
        announcer.tell(
                story.speaker(speaker, 2, "CANCELLED", Map.of("speakerInvited", 1, "speakerWithdrawn", 2)),
                story.reminder(Instant.now()));

        eventually(() ->
                assertThat(outbound.of(speaker)).containsExactly("SPEAKER_INVITED SENT", "SPEAKER_WITHDRAWN SENT"));
        assertThat(latest().calendar()).isNull();
        assertThat(latest().text()).contains("A organização retirou o seu convite");
    }

    @Test
    void aQuestionThatIsAnsweredOrTakenBackIsNotAskedAnyMore() {
        UUID early = story.somebody();
        announcer.tell(
                story.speaker(
                        early,
                        3,
                        "CANCELLED",
                        Map.of("speakerInvited", 1, "speakerAccepted", 2, "speakerWithdrawn", 3)),
                story.contact(early));

        eventually(() -> assertThat(outbound.of(early))
                .containsExactly("SPEAKER_INVITED DROPPED", "SPEAKER_ACCEPTED DROPPED", "SPEAKER_WITHDRAWN SENT"));
        assertThat(outbound.reasons(early)).contains("the invitation is answered or withdrawn");
    }

    @Test
    void whoIsErasedHearsNothingMore() {
        accept();
        announcer.tell(story.forgotten(speaker), story.erased(speaker), story.activityCancelled(2));

        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(outbound.of(speaker)).containsExactly("SPEAKER_INVITED SENT", "SPEAKER_ACCEPTED SENT");
    }

    private void accept() {
        announcer.tell(story.speaker(speaker, 2, "CONFIRMED", ACCEPTED));
        eventually(() -> assertThat(outbound.of(speaker)).contains("SPEAKER_ACCEPTED SENT"));
    }

    private OpenedMessage latest() {
        return mailsTo(speaker).getLast();
    }

    private static SignedLink pageOf(OpenedMessage mail) {
        String token = PAGE.matcher(String.valueOf(mail.text()))
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(mail.html()).contains(token);
        return OPENING.open(token).orElseThrow();
    }
}
