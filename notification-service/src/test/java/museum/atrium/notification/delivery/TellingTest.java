package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import museum.atrium.notification.composing.ActivityInfo;
import museum.atrium.notification.composing.CalendarEntry;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.planning.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sequence a calendar entry has, over all that was told to one person. */
class TellingTest {

    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");
    private static final UUID REGISTRATION = UUID.randomUUID();
    private static final LiveSession SESSION = new LiveSession(
            UUID.randomUUID(),
            1,
            false,
            Map.of("en", "Storage"),
            new Slot(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1).plusHours(1)), ZoneOffset.UTC),
            Manner.LIVE);
    private static final Activity ACTIVITY = new Activity(
            new ActivityInfo(
                    UUID.randomUUID(), "storage", "WEBINAR", Map.of("en", "Storage"), Map.of(), "en", List.of(), null),
            MailWishes.NONE,
            null,
            null,
            false,
            false,
            null,
            List.of(),
            List.of(SESSION));

    private final Telling telling = new Telling(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Memory memory = new Memory(REGISTRATION, List.of(), List.of(), null);

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "declined", "lapsed", "transferred"})
    void whoComesBackAfterAnEndThatNobodyToldIsInvitedWithAHigherSequence(String end) {
        assertThat(confirmation(1, 1, Map.of("confirmed", 1L))).isEqualTo(request(0));
        assertThat(confirmation(2, 3, Map.of("confirmed", 3L, end, 2L))).isEqualTo(request(1));
    }

    @Test
    void theSameMailOnceMoreHasTheSameSequence() {
        Map<String, Long> back = Map.of("confirmed", 3L, "cancelled", 2L);
        confirmation(1, 1, Map.of("confirmed", 1L));

        assertThat(confirmation(2, 3, back)).isEqualTo(request(1));
        assertThat(confirmation(2, 3, back)).isEqualTo(request(1));
        assertThat(confirmation(2, 5, Map.of("confirmed", 3L, "cancelled", 2L, "changed", 5L)))
                .isEqualTo(request(1));
    }

    @Test
    void everyReturnRaisesItOnce() {
        confirmation(1, 1, Map.of("confirmed", 1L));
        confirmation(2, 3, Map.of("confirmed", 3L, "cancelled", 2L));

        assertThat(confirmation(3, 7, Map.of("confirmed", 7L, "cancelled", 6L))).isEqualTo(request(2));
    }

    @Test
    void anotherAddressGetsTheEntryWithASequenceThatIsRaisedOnce() {
        confirmation(1, 1, Map.of("confirmed", 1L));
        Map<String, Long> moved = Map.of("confirmed", 1L, "addressChanged", 4L);

        assertThat(confirmation(2, 4, moved)).isEqualTo(request(1));
        assertThat(confirmation(2, 4, moved)).isEqualTo(request(1));
        assertThat(confirmation(3, 9, moved)).isEqualTo(request(1));
    }

    @Test
    void anEndBeforeAnythingWasToldRaisesNothing() {
        assertThat(confirmation(2, 3, Map.of("confirmed", 3L, "cancelled", 2L))).isEqualTo(request(0));
    }

    private List<CalendarEntry> confirmation(long id, long revision, Map<String, Long> occasions) {
        Delivery delivery = new Delivery(
                id,
                REGISTRATION,
                MailKind.CONFIRMATION,
                null,
                "",
                occasions.getOrDefault("confirmed", 0L),
                null,
                Lane.TRANSACTIONAL,
                0,
                NOW,
                NOW,
                null,
                false,
                0);
        Person person = new Person(
                REGISTRATION,
                ACTIVITY.info().id(),
                revision,
                Standing.CONFIRMED,
                Role.PARTICIPANT,
                null,
                null,
                NOW,
                1,
                occasions,
                Set.of(),
                null,
                Set.of(),
                false,
                new Person.Contact(1, "ana@example.org", "Ana", "en", null));
        return telling.tell(new Case(
                delivery, person, ACTIVITY, null, List.of(), null, List.of(), List.of(), Set.of(), null, memory));
    }

    private static List<CalendarEntry> request(int sequence) {
        return List.of(new CalendarEntry(SESSION.id(), CalendarMethod.REQUEST, sequence));
    }
}
