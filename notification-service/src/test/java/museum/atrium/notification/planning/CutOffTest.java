package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.Test;

class CutOffTest extends WithInbox {

    private static final Instant DUE = Instant.now().minusSeconds(600);

    private final Story story = new Story();
    private final UUID inTime = story.somebody();
    private final UUID tooLate = story.somebody();

    @Test
    void aReminderGoesToWhoWasConfirmedByThenAndToNobodyLater() {
        announcer.tell(story.published(), story.contact(inTime), story.contact(tooLate));
        announcer.tell(story.confirmed(inTime, DUE), story.confirmed(tooLate, DUE.plusMillis(1)));
        announcer.tell(story.reminder(DUE));

        onlyOneIsReminded();
    }

    @Test
    void theSameHoldsForWhoBecomesKnownAfterTheReminder() {
        announcer.tell(story.published(), story.contact(inTime), story.contact(tooLate));
        announcer.tell(story.reminder(DUE));
        announcer.tell(story.confirmed(inTime, DUE), story.confirmed(tooLate, DUE.plusMillis(1)));

        onlyOneIsReminded();
    }

    private void onlyOneIsReminded() {
        eventually(
                () -> assertThat(outbound.of(inTime)).containsExactlyInAnyOrder("CONFIRMATION SENT", "REMINDER SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(outbound.of(tooLate)).doesNotContain("REMINDER SENT", "REMINDER QUEUED"));
    }

    @Test
    void aRecordingThatCanNoLongerBeWatchedIsToldOnceItCanBeAgain() {
        announcer.tell(story.published(), story.contact(inTime), story.confirmed(inTime, DUE));
        announcer.tell(story.recordingUntil(1, DUE, Instant.now().minusSeconds(60)));
        eventually(() -> assertThat(outbound.of(inTime)).contains("RECORDING_AVAILABLE DROPPED"));

        announcer.tell(story.recordingUntil(2, DUE, Instant.now().plus(Duration.ofDays(30))));

        eventually(() -> assertThat(outbound.of(inTime))
                .containsExactlyInAnyOrder("CONFIRMATION SENT", "RECORDING_AVAILABLE SENT"));
        assertThat(mailsTo(inTime)).anySatisfy(mail -> assertThat(mail.text()).contains("Pode ser vista até"));
    }

    @Test
    void aRecordingIsToldWithTheConfirmationOfWhoComesLaterAndNeverAgain() {
        announcer.tell(story.published(), story.contact(inTime), story.contact(tooLate));
        announcer.tell(story.recording(1, "PUBLISHED", "PUBLIC", DUE));
        announcer.tell(story.confirmed(inTime, DUE), story.confirmed(tooLate, DUE.plusMillis(1)));

        eventually(() -> {
            assertThat(outbound.of(inTime)).contains("RECORDING_AVAILABLE SENT", "CONFIRMATION SENT");
            assertThat(outbound.of(tooLate)).contains("CONFIRMATION SENT");
        });
        announcer.tell(story.recording(2, "RETRACTED", "PUBLIC", DUE));
        announcer.tell(story.recording(3, "PUBLISHED", "REGISTRANTS", DUE.plusSeconds(60)));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());

        throughout(Duration.ofMillis(500), () -> {
            assertThat(mailsTo(inTime)).hasSize(2);
            assertThat(mailsTo(tooLate)).hasSize(1);
        });
        List<OpenedMessage> mails = mailsTo(tooLate);
        assertThat(mails.getFirst().text()).contains("/watch/caring-for-collections?t=");
    }

    @Test
    void aRecordingForAttendeesGoesToThoseWhoCame() {
        announcer.tell(story.published(), story.contact(inTime), story.contact(tooLate));
        announcer.tell(
                story.registration(inTime, 2, "CONFIRMED", DUE, Map.of("confirmed", 1), List.of(story.session)),
                story.confirmed(tooLate, DUE));
        announcer.tell(story.recording(1, "PUBLISHED", "ATTENDEES", DUE.plusSeconds(60)));

        eventually(() -> assertThat(outbound.of(inTime))
                .containsExactlyInAnyOrder("CONFIRMATION SENT", "RECORDING_AVAILABLE SENT"));
        assertThat(outbound.of(tooLate)).doesNotContain("RECORDING_AVAILABLE SENT");
        announcer.tell(
                story.registration(tooLate, 2, "CONFIRMED", DUE, Map.of("confirmed", 1), List.of(story.session)));
        eventually(() -> assertThat(outbound.of(tooLate)).contains("RECORDING_AVAILABLE SENT"));
    }

    @Test
    void aReminderThatHasExpiredIsDroppedWithTheReason() {
        announcer.tell(story.published(), story.contact(inTime), story.confirmed(inTime, DUE));
        announcer.tell(story.reminder(DUE, Instant.now().minusSeconds(1), 1));

        eventually(() -> assertThat(outbound.of(inTime)).contains("REMINDER DROPPED", "CONFIRMATION SENT"));
        assertThat(outbound.reasons(inTime)).containsExactly("too late to be of use");
        assertThat(mailsTo(inTime)).hasSize(1);
    }

    @Test
    void aReminderForOldTimesIsDroppedAndThatForTheNewOnesGoes() {
        announcer.tell(story.published(), story.contact(inTime), story.confirmed(inTime, DUE));
        Instant moved = story.startsAt.plusSeconds(86_400);
        announcer.tell(story.moved(2, moved), story.reminder(DUE));

        eventually(() -> assertThat(outbound.of(inTime)).contains("REMINDER DROPPED"));
        assertThat(outbound.reasons(inTime)).contains("the session has changed since");
        announcer.tell(story.reminder(DUE.plusSeconds(60), moved, 2));
        eventually(() -> assertThat(outbound.of(inTime)).contains("REMINDER SENT"));
    }
}
