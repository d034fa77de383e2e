package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.NotificationApplication;
import museum.atrium.notification.story.Notified;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import museum.atrium.outbox.CaughtUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One domain takes no more than ten mails in a second. */
@TestPropertySource(properties = "atrium.delivery.domain-rates=" + PacedSendingTest.SLOW + "=10/s")
class PacedSendingTest extends WithScriptedServer {

    static final String SLOW = "slow.example.org";

    private static final double RATE = 10;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Environment settings;

    private final Story story = new Story();
    private final Queue<Instant> slow = new ConcurrentLinkedQueue<>();
    private final Queue<Instant> others = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void arrivalsAreNoted() {
        smtp().follow((moment, mail) -> {
            if (moment == Moment.DOT && mail.message().contains("recording")) {
                boolean toSlow = mail.to().getFirst().endsWith("@" + SLOW);
                (toSlow ? slow : others).add(Instant.now());
            }
            return Reaction.accept();
        });
    }

    @Test
    void severalInstancesKeepADomainsPaceTogetherAndHoldNoOtherUp() {
        List<UUID> people = confirmed(100);
        moveToSlow(people.subList(0, 60));
        Instant start;
        try (ConfigurableApplicationContext second = anotherInstance()) {
            eventually(
                    Duration.ofSeconds(60),
                    () -> assertThat(second.getBean(CaughtUp.class).isCaughtUp())
                            .isTrue());
            start = Instant.now();
            announcer.tell(story.recording(1, "PUBLISHED", "REGISTRANTS", start));
            eventually(() -> assertThat(others).hasSize(40));
            assertThat(slow).hasSizeLessThan(60);
            eventually(Duration.ofSeconds(40), () -> assertThat(slow).hasSize(60));
            eventually(() -> assertThat(outbound.unfinished()).isZero());
            assertThat(List.of(sentBy(meters), sentBy(second.getBean(MeterRegistry.class))))
                    .allMatch(sent -> sent > 0);
        }

        List<Instant> inOrder = List.copyOf(slow);
        for (int i = 0; i < inOrder.size(); i++) {
            double seconds = Duration.between(start, inOrder.get(i)).toNanos() / 1e9;
            // The second's worth that may go at once, and what was refilled since.
            assertThat(i + 1.0).isLessThanOrEqualTo(RATE + RATE * seconds + 1);
        }
        assertThat(people)
                .allSatisfy(one ->
                        assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT", "RECORDING_AVAILABLE SENT"));
    }

    @Test
    void whatIsUsedUpByManyDelaysNoConfirmationForThatDomain() {
        List<UUID> people = confirmed(80);
        moveToSlow(people);
        announcer.tell(story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()));
        eventually(() -> assertThat(slow).hasSizeGreaterThanOrEqualTo(10));

        UUID late = story.somebody();
        announcer.tell(story.contact(late, 1, "p-" + late + "@" + SLOW), story.confirmed(late));
        eventually(Duration.ofSeconds(2), () -> assertThat(outbound.of(late)).contains("CONFIRMATION SENT"));
        assertThat(slow).hasSizeLessThan(80);
        eventually(
                Duration.ofSeconds(40), () -> assertThat(outbound.unfinished()).isZero());
        // The confirmation tells of the recording, too.
        assertThat(slow).hasSize(81);
    }

    private static double sentBy(MeterRegistry meters) {
        return meters.find("atrium.deliveries.attempts").tag("lane", "bulk").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<UUID> confirmed(int number) {
        announcer.tell(story.published());
        List<UUID> people =
                IntStream.range(0, number).mapToObj(one -> story.somebody()).toList();
        people.forEach(one -> announcer.tell(story.contact(one), story.confirmed(one)));
        eventually(
                Duration.ofSeconds(30), () -> assertThat(outbound.unfinished()).isZero());
        return people;
    }

    /** Where they are confirmed, they would use up its pace. */
    private void moveToSlow(List<UUID> people) {
        jdbc.sql("update contacts set email = 'p-' || registration || '@' || :slow where registration in (:people)")
                .param("slow", SLOW)
                .param("people", people)
                .update();
    }

    private ConfigurableApplicationContext anotherInstance() {
        String[] same = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "spring.kafka.bootstrap-servers",
                        "spring.mail.port",
                        "spring.mail.host",
                        "atrium.organizer-password",
                        "atrium.public-url",
                        "atrium.delivery.domain-rates",
                        "LINK_KEYS_JOIN",
                        "LINK_KEYS_WATCH")
                .map(name -> "--" + name + "=" + settings.getProperty(name, ""))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(NotificationApplication.class)
                .run(Stream.concat(
                                Stream.of(same),
                                Stream.of(
                                        "--server.port=0",
                                        "--LINK_KEYS_MANAGE=" + Notified.MANAGE_KEY,
                                        "--atrium.mail.from=Atrium <atrium@mail.example.org>"))
                        .toArray(String[]::new));
    }
}
