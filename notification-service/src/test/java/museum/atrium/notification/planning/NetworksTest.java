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
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whose name mails go out. */
class NetworksTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final UUID network = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"0123", "3210", "1032", "2301", "3012", "1230"})
    void inWhateverOrderThingsBecomeKnownAMailGoesOutInTheNameOfItsNetwork(String order) {
        List<ReceivedEvent> events = List.of(
                held(story.published()),
                story.contact(somebody),
                story.confirmed(somebody),
                Story.network(network, 1, "Museums"));

        order.chars().forEach(place -> announcer.tell(events.get(place - '0')));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        OpenedMessage mail = mailsTo(somebody).getFirst();
        assertThat(mail.headers().first("From")).hasValue("\"Museums\" <programme@network.example.org>");
        assertThat(mail.headers().first("Reply-To")).hasValue("\"Museums\" <office@network.example.org>");
        assertThat(mail.text()).contains("1 Museum Square", "https://atrium.example.org/networks/example-network");
        assertThat(String.valueOf(mail.calendar()).replaceAll("\\R ", ""))
                .contains("ORGANIZER;CN=Museums:mailto:atrium@mail.example.org");
    }

    @Test
    void nothingGoesOutInTheWrongNameAndNothingIsLostWhileTheNetworkIsNotKnown() {
        announcer.tell(held(story.published()), story.contact(somebody), story.confirmed(somebody));
        throughout(Duration.ofSeconds(3), () -> assertThat(mailsTo(somebody)).isEmpty());

        announcer.tell(Story.network(network, 1, "Museums"));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(mailsTo(somebody)).hasSize(1);
    }

    @Test
    void theNewestStateOfANetworkCounts() {
        announcer.tell(
                Story.network(network, 3, "Museums of Europe"),
                Story.network(network, 2, "Museums"),
                held(story.published()),
                story.contact(somebody),
                story.confirmed(somebody));

        eventually(() -> assertThat(mailsTo(somebody)).hasSize(1));
        assertThat(mailsTo(somebody).getFirst().headers().first("From").orElseThrow())
                .startsWith("\"Museums of Europe\"");
    }

    @Test
    void anActivityThatIsHeldInNobodysNameGoesOutInTheInstallations() {
        announcer.tell(
                Story.network(network, 1, "Museums"),
                held(story.published()),
                story.moved(2, story.startsAt.plusSeconds(3_600)),
                story.contact(somebody),
                story.confirmed(somebody));

        eventually(() -> assertThat(mailsTo(somebody)).hasSize(1));
        assertThat(mailsTo(somebody).getFirst().headers().first("From"))
                .hasValue("\"Atrium\" <atrium@mail.example.org>");
        assertThat(mailsTo(somebody).getFirst().text()).doesNotContain("/networks/");
    }

    /** It is deleted only after every activity has another network or none. */
    @Test
    void whatNamesADeletedNetworkWaitsForItsNewerState() {
        announcer.tell(
                Story.network(network, 1, "Museums"),
                Story.networkDeleted(network),
                Story.network(network, 2, "Museums"),
                held(story.published()),
                story.contact(somebody),
                story.confirmed(somebody));
        throughout(Duration.ofSeconds(3), () -> assertThat(mailsTo(somebody)).isEmpty());

        announcer.tell(story.moved(2, story.startsAt));

        eventually(() -> assertThat(mailsTo(somebody)).hasSize(1));
    }

    @Test
    void whatIsTooLateDoesNotWait() {
        Instant earlier = Instant.now().minusSeconds(60);
        announcer.tell(
                held(story.published()),
                story.contact(somebody),
                story.confirmed(somebody, earlier.minusSeconds(60)),
                story.reminder(earlier, earlier.plusSeconds(30), 1));

        eventually(() -> assertThat(outbound.of(somebody)).contains("REMINDER DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("too late to be of use");
    }

    @Test
    void whoIsErasedInBetweenIsNotWaitedFor() {
        announcer.tell(
                held(story.published()), story.contact(somebody), story.confirmed(somebody), story.erased(somebody));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION DROPPED"));
    }

    @Test
    void theLinksOfAllRegistrationsComeInTheInstallationsNameAndWaitForNoNetwork() {
        announcer.tell(
                held(story.published()),
                story.contact(somebody),
                story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("confirmed", 1, "linksAsked", 2)));

        eventually(() -> assertThat(outbound.of(somebody)).contains("LINKS SENT"));
        assertThat(mailsTo(somebody))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.headers().first("From")).hasValue("\"Atrium\" <atrium@mail.example.org>"));

        announcer.tell(Story.network(network, 1, "Museums"));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CONFIRMATION SENT"));
    }

    @Test
    void whatIsNewInASeriesIsToldInTheNameOfWhomOneSubscribedTo() {
        UUID other = UUID.randomUUID();
        Instant asked = Instant.now().minusSeconds(7_200);
        announcer.tell(
                Story.network(network, 1, "Museums"),
                Story.network(other, 1, "Others"),
                held(story.series()),
                story.contact(somebody, 2),
                story.subscribed(somebody, asked),
                story.inSeries(
                        UUID.randomUUID(), 1, asked.plusSeconds(3_600), json -> json.put("network", other.toString())));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NEW_IN_SERIES SENT"));
        assertThat(mailsTo(somebody))
                .allSatisfy(mail ->
                        assertThat(mail.headers().first("From").orElseThrow()).startsWith("\"Museums\""));
    }

    private ReceivedEvent held(ReceivedEvent activity) {
        return Story.but(activity, json -> json.put("network", network.toString()));
    }
}
