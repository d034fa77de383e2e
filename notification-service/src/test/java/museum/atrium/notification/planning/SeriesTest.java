package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.notification.story.Orders;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Who subscribed to a series hears once of each activity that becomes part of it. */
class SeriesTest extends WithInbox {

    private static final Instant ASKED = Instant.now().minusSeconds(7_200);
    private static final Instant LATER = ASKED.plusSeconds(3_600);

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final UUID news = UUID.randomUUID();

    @Test
    void aSubscriptionIsAskedToBeConfirmedIsConfirmedAndEnds() {
        announcer.tell(story.series(), story.contact(somebody));
        announcer.tell(story.unproved(somebody, 1, Instant.now().plusSeconds(3_600), Map.of("optIn", 1)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT"));
        announcer.tell(story.subscribed(somebody, ASKED));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT", "SUBSCRIBED SENT"));
        announcer.tell(story.subscription(
                somebody, 3, "CANCELLED", ASKED, Map.of("optIn", 1, "interested", 2, "cancelled", 3)));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CANCELLATION SENT"));

        announcer.tell(story.inSeries(news, 1, LATER));

        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(somebody)).hasSize(3));
        assertThat(mailsTo(somebody))
                .allSatisfy(mail -> assertThat(mail.text())
                        .contains("Museums at work", "/registrations/")
                        .doesNotContainIgnoringCase("inscrição", "datas"));
    }

    static Stream<List<Integer>> orders() {
        return Orders.of(4);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderThingsBecomeKnownEachActivityIsToldOnce(List<Integer> order) {
        List<ReceivedEvent> events = List.of(
                story.series(),
                story.contact(somebody),
                story.subscribed(somebody, ASKED),
                story.inSeries(news, 1, LATER));

        order.forEach(next -> announcer.tell(events.get(next)));
        // As after a rebalance, and with a change of the activity.
        events.forEach(announcer::tell);
        announcer.tell(story.inSeries(news, 2, LATER.plusSeconds(60)));

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactlyInAnyOrder("OPT_IN DROPPED", "SUBSCRIBED SENT", "NEW_IN_SERIES SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(mailsTo(somebody)).hasSize(2);
    }

    @Test
    void nobodyIsMissedOrToldTwiceWhileManySubscribeAsActivitiesBecomePartOfTheSeries() throws Exception {
        List<UUID> crowd =
                IntStream.range(0, 60).mapToObj(number -> story.somebody()).toList();
        List<ReceivedEvent> events = new ArrayList<>();
        events.add(story.series());
        IntStream.range(0, 4).forEach(number -> events.add(story.inSeries(UUID.randomUUID(), 1, LATER)));
        for (UUID one : crowd) {
            events.add(story.contact(one));
            events.add(story.subscribed(one, ASKED));
        }
        Collections.shuffle(events, new Random(7));

        announcer.tellAtOnce(events);

        eventually(() -> assertThat(crowd)
                .allSatisfy(one -> assertThat(Collections.frequency(outbound.of(one), "NEW_IN_SERIES SENT"))
                        .isEqualTo(4)));
        assertThat(crowd).allSatisfy(one -> assertThat(mailsTo(one)).hasSize(5));
    }

    @Test
    void whoSubscribesLaterIsNotToldOfWhatWasThere() {
        UUID latecomer = story.somebody();
        announcer.tell(story.series(), story.contact(somebody), story.contact(latecomer));
        announcer.tell(story.inSeries(news, 1, LATER));
        announcer.tell(story.subscribed(somebody, LATER), story.subscribed(latecomer, LATER.plusMillis(1)));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES SENT"));
        eventually(() -> assertThat(outbound.of(latecomer)).contains("SUBSCRIBED SENT"));
        announcer.tell(story.inSeries(news, 2, LATER.plusSeconds(60)));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(outbound.of(latecomer))
                        .containsExactlyInAnyOrder("OPT_IN DROPPED", "SUBSCRIBED SENT"));
    }

    @Test
    void whatIsCancelledByThenIsNoNews() {
        UUID alsoCancelled = UUID.randomUUID();
        announcer.tell(
                story.series(),
                story.contact(somebody),
                story.inSeries(news, 1, LATER),
                story.inSeries(news, 2, LATER.plusSeconds(60), json -> json.put("status", "CANCELLED")),
                story.inSeries(alsoCancelled, 2, LATER, json -> json.put("status", "CANCELLED")));
        announcer.tell(story.subscribed(somebody, ASKED));

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactlyInAnyOrder("OPT_IN DROPPED", "SUBSCRIBED SENT", "NEW_IN_SERIES DROPPED"));
        assertThat(outbound.reasons(somebody)).contains("the activity is cancelled");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "CONFIRMED,  -,        DROPPED",
                "WAITLISTED, -,        DROPPED",
                "INTERESTED, -,        DROPPED",
                "PENDING,    APPROVAL, DROPPED",
                "PENDING,    ADDRESS,  SENT",
                "CANCELLED,  -,        SENT"
            })
    void whoseAddressIsRegisteredForItAlreadyIsNotToldOfIt(String status, @Nullable String pendingFor, String outcome) {
        UUID place =
                registeredForTheNews(status, pendingFor, Story.address(somebody).toUpperCase(Locale.ROOT));
        UUID anothers = registeredForTheNews("CONFIRMED", null, Story.address(story.somebody()));
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        eventually(() -> assertThat(outbound.of(somebody)).contains("SUBSCRIBED SENT"));

        announcer.tell(story.inSeries(news, 1, LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES " + outcome));
        assertThat(outbound.reasons(somebody).contains("the address is registered for the activity already"))
                .isEqualTo(outcome.equals("DROPPED"));
        assertThat(List.of(place, anothers))
                .allSatisfy(one -> assertThat(outbound.of(one)).noneMatch(mail -> mail.startsWith("NEW_IN_SERIES")));
    }

    @Test
    void aRegistrationOfTheAddressForSomethingElseIsNoReasonNotToTell() {
        UUID elsewhere = UUID.randomUUID();
        announcer.tell(
                story.contact(elsewhere, 1, Story.address(somebody)),
                Story.but(
                        story.confirmed(elsewhere),
                        json -> json.put("activity", UUID.randomUUID().toString())));
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        announcer.tell(story.inSeries(news, 1, LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES SENT"));
    }

    @Test
    void anActivityThatBecomesPartOfTheSeriesLaterIsNewThen() {
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        announcer.tell(story.inSeries(news, 1, ASKED.minusSeconds(60), json -> json.putNull("series")));
        eventually(() -> assertThat(outbound.of(somebody)).contains("SUBSCRIBED SENT"));
        assertThat(outbound.of(somebody)).doesNotContain("NEW_IN_SERIES SENT");

        announcer.tell(story.inSeries(news, 2, LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES SENT"));
    }

    /** As events were before series could be subscribed to. */
    @Test
    void whatWasPartOfTheSeriesBeforeEventsSaidWhichIsNoNews() {
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        announcer.tell(story.inSeries(
                news, 1, ASKED.minusSeconds(60), json -> ((ObjectNode) json.get("series")).remove("id")));

        announcer.tell(story.inSeries(news, 2, LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("SUBSCRIBED SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(outbound.of(somebody)).containsExactlyInAnyOrder("OPT_IN DROPPED", "SUBSCRIBED SENT"));
    }

    @Test
    void subscribersAreToldOfNothingThatIsForParticipants() {
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        announcer.tell(story.reminder(LATER), story.recording(1, "PUBLISHED", "PUBLIC", LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("SUBSCRIBED SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(outbound.of(somebody)).containsExactlyInAnyOrder("OPT_IN DROPPED", "SUBSCRIBED SENT");
    }

    @Test
    void theMailTellsWhatItIsAndLeadsToOnesOwnPage() {
        announcer.tell(story.series(), story.contact(somebody), story.subscribed(somebody, ASKED));
        eventually(() -> assertThat(outbound.of(somebody)).contains("SUBSCRIBED SENT"));
        announcer.tell(story.inSeries(news, 1, LATER));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES SENT"));
        assertThat(mailsTo(somebody).getLast().subject()).contains("Caring for collections");
        assertThat(mailsTo(somebody).getLast().text())
                .contains("Museums at work", "One hour on storage.", "https://atrium.example.org/registrations/")
                .doesNotContain("/join/");
        assertThat(mailsTo(somebody).getLast().calendar()).isNull();
    }

    private UUID registeredForTheNews(String status, @Nullable String pendingFor, String address) {
        UUID registration = UUID.randomUUID();
        Instant confirmedAt = status.equals("CONFIRMED") ? ASKED : null;
        announcer.tell(
                story.contact(registration, 1, address),
                Story.but(story.registration(registration, 1, status, confirmedAt, Map.of()), json -> {
                    json.put("activity", news.toString());
                    json.put("pendingFor", pendingFor);
                }));
        return registration;
    }
}
