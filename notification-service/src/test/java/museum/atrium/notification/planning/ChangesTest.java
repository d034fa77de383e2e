package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ChangesTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void aMovedSessionMovesTheCalendarEntryOfWhoKnewTheOldTimes() {
        confirmed(somebody);
        announcer.tell(story.moved(2, story.startsAt.plusSeconds(3_600)));
        eventually(() ->
                assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "SESSION_RESCHEDULED SENT"));

        List<OpenedMessage> mails = mailsTo(somebody);
        assertThat(calendar(mails)).containsExactly("METHOD:REQUEST SEQUENCE:0", "METHOD:REQUEST SEQUENCE:1");
        assertThat(uid(mails.getFirst())).isEqualTo(uid(mails.getLast()));
    }

    @Test
    void anotherTimeZoneOfTheSameTimesIsNoMove() {
        confirmed(somebody);
        announcer.tell(Story.but(
                story.moved(2, story.startsAt),
                json -> ((ObjectNode) json.get("sessions").get(0)).put("timeZone", "Europe/London")));
        announcer.tell(story.sessionCancelled(3));

        eventually(
                () -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "SESSION_CANCELLED SENT"));
    }

    @Test
    void whoComesAfterTheMoveIsToldTheNewTimesOnly() {
        announcer.tell(story.published(), story.moved(2, story.startsAt.plusSeconds(3_600)));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        confirmed(somebody);

        throughout(
                Duration.ofMillis(500), () -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void whoWaitsIsToldOfTheMoveWithoutACalendarEntry() {
        announcer.tell(story.published(), story.contact(somebody), story.waitlisted(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT"));
        announcer.tell(story.moved(2, story.startsAt.plusSeconds(3_600)));
        eventually(
                () -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT", "SESSION_RESCHEDULED SENT"));
        assertThat(mailsTo(somebody))
                .allSatisfy(mail -> assertThat(mail.calendar()).isNull());
        assertThat(mailsTo(somebody).getLast().text()).contains("Continua na lista de espera");

        announcer.tell(story.promoted(somebody, 2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("PROMOTION SENT"));
        assertThat(calendar(mailsTo(somebody))).containsExactly("METHOD:REQUEST SEQUENCE:0");
    }

    @Test
    void aPromotionReachesThePersonWithinTwoSeconds() {
        announcer.tell(story.published(), story.contact(somebody), story.waitlisted(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT"));
        announcer.publish(story.promoted(somebody, 2));
        eventually(Duration.ofSeconds(2), () -> assertThat(mailsTo(somebody)).hasSize(2));
    }

    @Test
    void cancellingAndSigningUpAgainRaisesTheSequenceEachTime() {
        confirmed(somebody);
        announcer.tell(story.cancelled(somebody, 2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CANCELLATION SENT"));
        announcer.tell(
                story.registration(somebody, 3, "CONFIRMED", Instant.now(), Map.of("confirmed", 3, "cancelled", 2)));
        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("CONFIRMATION SENT", "CANCELLATION SENT", "CONFIRMATION SENT"));

        assertThat(calendar(mailsTo(somebody)))
                .containsExactly("METHOD:REQUEST SEQUENCE:0", "METHOD:CANCEL SEQUENCE:1", "METHOD:REQUEST SEQUENCE:2");
    }

    @Test
    void overItsWholeLifeAnEntryKeepsItsNameAndRisesWithEveryMail() throws IOException, ParserException {
        Instant later = story.startsAt.plusSeconds(3_600);
        confirmed(somebody);
        announcer.tell(story.moved(2, later));
        eventually(() -> assertThat(outbound.of(somebody)).contains("SESSION_RESCHEDULED SENT"));
        announcer.tell(story.cancelled(somebody, 2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CANCELLATION SENT"));
        announcer.tell(
                story.registration(somebody, 3, "CONFIRMED", Instant.now(), Map.of("confirmed", 3, "cancelled", 2)));
        eventually(() -> assertThat(mailsTo(somebody)).hasSize(4));

        List<String> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (OpenedMessage mail : mailsTo(somebody)) {
            Calendar calendar = new CalendarBuilder().build(new StringReader(String.valueOf(mail.calendar())));
            Component event = calendar.getComponents(Component.VEVENT).getFirst();
            names.add(event.getRequiredProperty("UID").getValue());
            entries.add(String.join(
                    " ",
                    calendar.getRequiredProperty("METHOD").getValue(),
                    event.getRequiredProperty("STATUS").getValue(),
                    event.getRequiredProperty("SEQUENCE").getValue(),
                    event.getRequiredProperty("DTSTART").getValue()));
        }
        assertThat(names).hasSize(1);
        assertThat(entries)
                .containsExactly(
                        "REQUEST CONFIRMED 0 " + inCalendar(story.startsAt),
                        "REQUEST CONFIRMED 1 " + inCalendar(later),
                        "CANCEL CANCELLED 2 " + inCalendar(later),
                        "REQUEST CONFIRMED 3 " + inCalendar(later));
    }

    private static String inCalendar(Instant start) {
        return start.toString().replaceAll("[:-]", "");
    }

    @Test
    void whoComesBackBeforeTheCancellationIsToldIsInvitedAnewAndAfterwardsAsBefore() {
        confirmed(somebody);
        announcer.tell(
                story.registration(somebody, 3, "CONFIRMED", Instant.now(), Map.of("confirmed", 3, "cancelled", 2)));
        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("CONFIRMATION SENT", "CONFIRMATION SENT", "CANCELLATION DROPPED"));
        announcer.tell(story.registration(
                somebody, 4, "CONFIRMED", Instant.now(), Map.of("confirmed", 3, "cancelled", 2, "repeated", 4)));
        eventually(() -> assertThat(outbound.of(somebody)).contains("ALREADY_REGISTERED SENT"));

        assertThat(calendar(mailsTo(somebody)))
                .containsExactly("METHOD:REQUEST SEQUENCE:0", "METHOD:REQUEST SEQUENCE:1", "METHOD:REQUEST SEQUENCE:1");
    }

    @Test
    void aCancelledSessionLeavesTheCalendarOfWhoHadIt() {
        confirmed(somebody);
        announcer.tell(story.sessionCancelled(2));
        eventually(
                () -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "SESSION_CANCELLED SENT"));
        assertThat(calendar(mailsTo(somebody)))
                .containsExactly("METHOD:REQUEST SEQUENCE:0", "METHOD:CANCEL SEQUENCE:1");
    }

    @Test
    void ofSeveralSessionsTheOneThatIsCancelledIsNamed() {
        announcer.tell(story.withModule(UUID.randomUUID()), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        announcer.tell(story.sessionCancelled(2));
        eventually(() -> assertThat(mailsTo(somebody)).hasSize(2));

        assertThat(mailsTo(somebody).getLast().subject()).endsWith("Caring for collections: Live session");
    }

    @Test
    void aCancelledActivityIsToldToEverybodyAlsoToWhoBecomesKnownLater() {
        UUID waiting = story.somebody();
        UUID late = story.somebody();
        confirmed(somebody);
        announcer.tell(story.contact(waiting), story.waitlisted(waiting), story.activityCancelled(2));
        announcer.tell(story.confirmed(late), story.contact(late));

        eventually(() -> {
            assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "ACTIVITY_CANCELLED SENT");
            assertThat(outbound.of(waiting)).contains("ACTIVITY_CANCELLED SENT");
            assertThat(outbound.of(late)).containsExactlyInAnyOrder("CONFIRMATION DROPPED", "ACTIVITY_CANCELLED SENT");
        });
        assertThat(mailsTo(somebody).getLast().text()).contains("The house is closed.");
    }

    @Test
    void aSignUpOfAnAddressThatIsRegisteredIsToldByAMailOnly() {
        confirmed(somebody);
        announcer.tell(
                story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("confirmed", 1, "repeated", 2)));
        eventually(() ->
                assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "ALREADY_REGISTERED SENT"));
        assertThat(calendar(mailsTo(somebody))).allMatch("METHOD:REQUEST SEQUENCE:0"::equals);
    }

    @Test
    void whoIsErasedGetsNothingMore() {
        confirmed(somebody);
        announcer.tell(story.erased(somebody), story.contact(somebody), story.cancelled(somebody, 2));
        eventually(
                () -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "CANCELLATION DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("no address is known");
    }

    private void confirmed(UUID registration) {
        announcer.tell(story.published(), story.contact(registration), story.confirmed(registration));
        eventually(() -> assertThat(outbound.of(registration)).containsExactly("CONFIRMATION SENT"));
    }

    private static List<String> calendar(List<OpenedMessage> mails) {
        return mails.stream()
                .map(OpenedMessage::calendar)
                .flatMap(calendar -> calendar == null ? Stream.empty() : Stream.of(calendar))
                .map(calendar -> line(calendar, "METHOD:\\w+") + " " + line(calendar, "SEQUENCE:\\d+"))
                .toList();
    }

    private static String uid(OpenedMessage mail) {
        return line(mail.calendar(), "UID:.+");
    }

    private static String line(@Nullable String calendar, String pattern) {
        Matcher line = Pattern.compile(pattern).matcher(calendar == null ? "" : calendar);
        assertThat(line.find()).as("%s in %s", pattern, calendar).isTrue();
        return line.group().strip();
    }
}
