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
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is new in a series is told only while it is worth telling. */
class NewsTest {

    private static final Instant NOW = Instant.parse("2027-02-01T09:00:00Z");
    private static final UUID SERIES = UUID.randomUUID();

    @Test
    void itGoesWhileItIsToComeOrHasNoDateYet() {
        assertThat(objection(Standing.INTERESTED, news(SERIES, false, NOW.plusSeconds(60))))
                .isNull();
        assertThat(objection(Standing.INTERESTED, news(SERIES, false))).isNull();
    }

    @Test
    void elseItIsDroppedWithTheReason() {
        assertThat(objection(Standing.CANCELLED, news(SERIES, false))).isEqualTo("the subscription has ended");
        assertThat(objection(Standing.INTERESTED, news(SERIES, true))).isEqualTo("the activity is cancelled");
        assertThat(objection(Standing.INTERESTED, news(SERIES, false, NOW))).isEqualTo("the activity is over");
        assertThat(objection(Standing.INTERESTED, news(UUID.randomUUID(), false)))
                .isEqualTo("the activity does not belong to the series any more");
        assertThat(objection(Standing.INTERESTED, news(null, false)))
                .isEqualTo("the activity does not belong to the series any more");
        assertThat(objection(Standing.UNPROVED, news(SERIES, false))).isEqualTo("the address is not confirmed");
        assertThat(objection(Standing.INTERESTED, new News(news(SERIES, false), true)))
                .isEqualTo("the address is registered for the activity already");
    }

    private static @Nullable String objection(Standing standing, Activity activity) {
        return objection(standing, new News(activity, false));
    }

    private static @Nullable String objection(Standing standing, News news) {
        UUID registration = UUID.randomUUID();
        Delivery delivery = new Delivery(
                1,
                registration,
                MailKind.NEW_IN_SERIES,
                news.activity().info().id(),
                "",
                0,
                null,
                Lane.values()[0],
                0,
                NOW,
                NOW,
                null,
                false,
                0);
        Person person = new Person(
                registration,
                SERIES,
                2,
                standing,
                Role.PARTICIPANT,
                null,
                null,
                null,
                1,
                Map.of("optIn", 1L, "interested", 2L),
                Set.of(),
                null,
                Set.of(),
                false,
                new Person.Contact(2, "p@example.org", "P", "en", null));
        Activity series = new Activity(
                info(SERIES, "SERIES"), MailWishes.NONE, null, null, false, false, null, List.of(), List.of());
        return new Relevance(Clock.fixed(NOW, ZoneOffset.UTC))
                .objection(new Case(
                        delivery,
                        person,
                        series,
                        news,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        Set.of(),
                        null,
                        new Memory(registration, List.of(), List.of(), null)))
                .orElse(null);
    }

    private static Activity news(@Nullable UUID series, boolean cancelled, Instant... ends) {
        List<LiveSession> sessions = List.of(ends).stream()
                .map(end -> new LiveSession(
                        UUID.randomUUID(),
                        1,
                        false,
                        Map.of(),
                        new Slot(end.minus(Duration.ofHours(1)), end, ZoneOffset.UTC),
                        Manner.LIVE))
                .toList();
        return new Activity(
                info(UUID.randomUUID(), "WEBINAR"),
                MailWishes.NONE,
                series,
                null,
                false,
                cancelled,
                null,
                List.of(),
                sessions);
    }

    private static ActivityInfo info(UUID id, String kind) {
        return new ActivityInfo(id, "slug", kind, Map.of("en", "Title"), Map.of(), "en", List.of(), null);
    }
}
