package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Crowd;
import museum.atrium.notification.story.KillableDatabase;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database is killed while mails are sent, and stays away for longer than a lease lasts. */
@DirtiesContext
class KilledDatabaseTest extends WithScriptedServer {

    private static final KillableDatabase DATABASE = KillableDatabase.start();
    private static final int MAILS = 600;
    private static final int SENT_BEFORE = 200;

    @Autowired
    DeliverySettings settings;

    @Autowired
    Crowd crowd;

    @Autowired
    Senders senders;

    private final Story story = new Story();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
    }

    @Test
    void nothingIsLostAndWhatWasSentMeanwhileIsMarkedWhenTheDatabaseIsBack() {
        AtomicInteger arrived = new AtomicInteger();
        CompletableFuture<Void> killed = new CompletableFuture<>();
        senders.stop();
        List<UUID> people = crowd.waitsFor(story.activity, MAILS);
        announcer.tell(story.published());
        eventually(() -> assertThat(outbound.unfinished()).isEqualTo(MAILS));
        smtp().follow((moment, mail) -> {
            if (moment == Moment.DOT && arrived.incrementAndGet() == SENT_BEFORE) {
                DATABASE.kill();
                killed.complete(null);
            }
            return Reaction.accept();
        });
        senders.start();
        eventually(() -> assertThat(killed).isDone());

        int bound = arrived.get() + settings.connections() * settings.batch();
        throughout(
                settings.lease().plusSeconds(1),
                () -> assertThat(arrived.get()).isLessThan(MAILS).isLessThanOrEqualTo(bound));
        DATABASE.startAgain();

        eventually(
                Duration.ofSeconds(60), () -> assertThat(outbound.unfinished()).isZero());
        assertThat(people).allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT"));
        assertThat(people).allSatisfy(one -> assertThat(received(one)).hasSize(1));
    }
}
