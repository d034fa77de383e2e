package museum.atrium.system;

import static museum.atrium.system.mail.MailKind.CANCELLATION;
import static museum.atrium.system.mail.MailKind.INVITATION;
import static museum.atrium.system.mail.MailKind.NOTICE;
import static museum.atrium.system.mail.MailKind.RECORDING;
import static museum.atrium.system.mail.MailKind.REMINDER;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * From an organiser's draft to 'your recording is available', and its retraction: each test is a step and builds on the
 * one before. What a person must have been sent is the same on a quiet day and on one when services die.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class WholeChain {

    private static final int PLACES = 15;

    private final Journey journey;
    private final Pace pace;

    private final List<Person> people = People.ofFiveLanguages(20);
    private final Person leaver = people.get(3);
    private final Person nextInLine = people.get(PLACES);
    private final List<Person> first = people.subList(0, PLACES);
    private final List<Person> stillWaiting = people.subList(PLACES + 1, people.size());

    WholeChain(Journey journey, Pace pace) {
        this.journey = journey;
        this.pace = pace;
    }

    /** How long things may take and how far ahead the session lies. */
    record Pace(
            Duration untilSession,
            Duration untilMovedSession,
            Duration betweenSignUps,
            Duration promotion,
            Duration mails) {}

    @Test
    @Order(1)
    void anOrganiserPublishesAnActivityThatStartsInAFewMinutes() {
        journey.organiserPublishesAWebinarIn(pace.untilSession(), PLACES, "PT1M");

        assertThat(journey.activity().registration().state()).isEqualTo("OPEN");
        assertThat(journey.activity().registration().remaining()).isEqualTo(PLACES);
    }

    @Test
    @Order(2)
    void fifteenOfTwentyGetAPlaceAndFiveWait() {
        first.forEach(person -> signsUp(person, "CONFIRMED"));
        people.subList(PLACES, people.size()).forEach(person -> signsUp(person, "WAITLISTED"));

        assertThat(journey.activity().registration().state()).isEqualTo("WAITLIST");
        eventually(pace.mails(), () -> {
            first.forEach(person -> journey.inboxOf(person).holdsExactly(INVITATION));
            people.subList(PLACES, people.size())
                    .forEach(person -> journey.inboxOf(person).holdsExactly(NOTICE));
        });
        first.forEach(person -> journey.inboxOf(person).invitesToTheSession());
    }

    @Test
    @Order(3)
    void whoLeavesMakesRoomForTheFirstInLine() {
        journey.cancelsByTheLinkInTheMail(leaver);

        eventually(pace.promotion(), () -> journey.inboxOf(nextInLine).holdsExactly(NOTICE, INVITATION));
        eventually(pace.mails(), () -> journey.inboxOf(leaver).holdsExactly(INVITATION, CANCELLATION));
        journey.inboxOf(leaver).takesTheSessionOutOfTheCalendar();
        assertThat(journey.activity().registration().remaining()).isZero();
    }

    @Test
    @Order(4)
    void whenTheSessionMovesEveryCalendarFollowsOnce() {
        journey.organiserMovesTheSessionTo(pace.untilMovedSession());

        eventually(
                pace.mails(),
                () -> journey.forEach(
                        takingPart(), inbox -> inbox.holdsLatest(INVITATION).invitesToTheSession()));
        journey.forEach(takingPart(), JourneyInbox::holdsAnUpdateOfTheSameCalendarEntry);
        eventually(pace.mails(), () -> journey.forEach(stillWaiting, inbox -> inbox.holdsExactly(NOTICE, NOTICE)));
    }

    @Test
    @Order(5)
    void remindersComeOnceAndOnlyToThoseWhoTakePart() {
        eventually(
                journey.untilTheSessionStarts(),
                () -> journey.forEach(takingPart(), inbox -> inbox.holdsOnce(REMINDER)));

        journey.forEach(
                takingPart(),
                inbox -> assertThat(inbox.firstArrival(REMINDER))
                        .isAfterOrEqualTo(journey.startsAt().minus(Duration.ofMinutes(1))));
        assertThat(journey.joinsByTheReminder(nextInLine)).isEqualTo(Journey.LIVE_ROOM);
        journey.inboxOf(leaver).holdsNone(REMINDER);
        journey.forEach(stillWaiting, inbox -> inbox.holdsNone(REMINDER));
    }

    @Test
    @Order(6)
    void aRecordingIsUploadedInTwoPiecesOverABrokenConnection() {
        journey.organiserUploadsARecordingOverABrokenConnection();

        eventually(pace.mails(), () -> assertThat(journey.recordingState()).isEqualTo("READY"));
    }

    @Test
    @Order(7)
    void thePublishedRecordingIsToldOnceAndPlays() {
        journey.organiserPublishesTheRecording();

        eventually(pace.mails(), () -> {
            assertThat(journey.activity().recordings()).hasSize(1);
            journey.forEach(takingPart(), inbox -> inbox.holdsOnce(RECORDING));
        });
        takingPart().stream().limit(3).forEach(journey::watchesAllOfIt);
        journey.strangersSeeNoMedia();
    }

    @Test
    @Order(8)
    void aRetractedRecordingLeavesNoReachableByte() {
        WatchPage seenBefore = journey.opensTheWatchPage(nextInLine);
        String media = seenBefore.media().orElseThrow();

        journey.organiserRetractsTheRecording();

        eventually(pace.mails(), () -> {
            assertThat(seenBefore.fetch(media).status()).isIn(401, 403, 404, 410);
            assertThat(journey.opensTheWatchPage(nextInLine).media()).isEmpty();
            assertThat(journey.activity().recordings()).isEmpty();
        });
    }

    @Test
    @Order(9)
    void nobodyGotAnythingElse() {
        first.stream()
                .filter(person -> !person.equals(leaver))
                .forEach(person -> journey.inboxOf(person).holdsExactly(INVITATION, INVITATION, REMINDER, RECORDING));
        journey.inboxOf(nextInLine).holdsExactly(NOTICE, INVITATION, INVITATION, REMINDER, RECORDING);
        journey.inboxOf(leaver).holdsExactly(INVITATION, CANCELLATION);
        // That they wait, and that what they wait for has moved.
        journey.forEach(stillWaiting, inbox -> inbox.holdsExactly(NOTICE, NOTICE));
    }

    private void signsUp(Person person, String answer) {
        assertThat(journey.signsUp(person)).isEqualTo(answer);
        throughout(
                pace.betweenSignUps(),
                () -> assertThat(journey.inboxOf(person).mails()).hasSizeLessThan(2));
    }

    private List<Person> takingPart() {
        return people.subList(0, PLACES + 1).stream()
                .filter(person -> !person.equals(leaver))
                .toList();
    }
}
