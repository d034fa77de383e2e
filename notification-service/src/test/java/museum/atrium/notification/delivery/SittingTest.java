package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import museum.atrium.notification.composing.ActivityInfo;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SittingTest {

    private static final Instant NINE = Instant.parse("2027-03-01T08:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final UUID REGISTRATION = UUID.randomUUID();

    private final LiveSession opening = session(0, 60);

    @Test
    void aCoffeeBreakIsNoEndAndALunchBreakIs() {
        LiveSession afterCoffee = session(120, 60);
        LiveSession afterLunch = session(241, 60);

        assertThat(sitting(opening, null, opening, afterCoffee, afterLunch)).containsExactly(opening, afterCoffee);
        assertThat(sitting(afterCoffee, null, opening, afterCoffee, afterLunch)).containsExactly(afterCoffee);
        assertThat(sitting(afterLunch, null, opening, afterCoffee, afterLunch)).containsExactly(afterLunch);
    }

    @Test
    void theLongestOfThoseBesideEachOtherSaysWhenThePauseBegins() {
        LiveSession whole = session(0, 180);
        LiveSession late = session(200, 30);

        assertThat(sitting(opening, null, opening, whole, late)).containsExactly(opening, whole, late);
    }

    @Test
    void onlyWhatIsChosenLiveAndTakesPlaceCounts() {
        LiveSession notChosen = session(60, 60);
        LiveSession module = new LiveSession(
                UUID.randomUUID(), 1, false, Map.of(), opening.slot(), new Manner(true, null, List.of()));
        LiveSession cancelled = new LiveSession(UUID.randomUUID(), 1, true, Map.of(), opening.slot(), Manner.LIVE);
        LiveSession afterThat = session(150, 60);

        assertThat(sitting(
                        opening,
                        List.of(opening.id(), module.id(), cancelled.id(), afterThat.id()),
                        opening,
                        module,
                        cancelled,
                        notChosen,
                        afterThat))
                .containsExactly(opening);
    }

    @Test
    void anotherDayIsAnotherSittingWhereTheSessionsAreHeld() {
        LiveSession beforeMidnight = session(14 * 60 + 10, 30);
        LiveSession afterMidnight = session(15 * 60 + 10, 30);

        assertThat(sitting(beforeMidnight, null, beforeMidnight, afterMidnight)).containsExactly(beforeMidnight);
    }

    /** @param start in minutes from nine o'clock */
    private static LiveSession session(int start, int minutes) {
        Instant startsAt = NINE.plus(Duration.ofMinutes(start));
        return new LiveSession(
                UUID.randomUUID(),
                1,
                false,
                Map.of("en", "At " + start),
                new Slot(startsAt, startsAt.plus(Duration.ofMinutes(minutes)), ZONE),
                Manner.LIVE);
    }

    private static List<LiveSession> sitting(LiveSession first, @Nullable List<UUID> chosen, LiveSession... sessions) {
        Activity activity = new Activity(
                new ActivityInfo(
                        UUID.randomUUID(), "days", "CONFERENCE", Map.of("en", "Days"), Map.of(), "en", List.of(), null),
                MailWishes.NONE,
                null,
                null,
                false,
                false,
                null,
                List.of(),
                Arrays.asList(sessions));
        Person person = new Person(
                REGISTRATION,
                activity.info().id(),
                1,
                Standing.CONFIRMED,
                Role.PARTICIPANT,
                null,
                chosen,
                NINE,
                1,
                Map.of("confirmed", 1L),
                Set.of(),
                null,
                Set.of(),
                false,
                new Person.Contact(1, "ana@example.org", "Ana", "en", null));
        Delivery reminder = new Delivery(
                1,
                REGISTRATION,
                MailKind.REMINDER,
                first.id(),
                "PT1H",
                1,
                null,
                Lane.TIME_CRITICAL,
                0,
                NINE,
                NINE,
                null,
                false,
                0);
        return Sitting.from(
                first,
                new Case(
                        reminder,
                        person,
                        activity,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        Set.of(),
                        null,
                        new Memory(REGISTRATION, List.of(), List.of(), null)));
    }
}
