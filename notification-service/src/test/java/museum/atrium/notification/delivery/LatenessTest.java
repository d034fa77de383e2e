package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

class LatenessTest extends WithScriptedServer {

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void latenessCountsFromWhenAMailWasFirstDueAlsoIfItWasTriedAgain() {
        announcer.tell(story.published());
        UUID first = story.somebody();
        announcer.tell(story.contact(first), story.confirmed(first));
        eventually(() -> assertThat(outbound.of(first)).containsExactly("CONFIRMATION SENT"));
        double before = lateness().totalTime(TimeUnit.MILLISECONDS);

        CompletableFuture<Void> soon = new CompletableFuture<Void>().completeOnTimeout(null, 2, TimeUnit.SECONDS);
        follow(
                somebody,
                Moment.DOT,
                time -> time == 0,
                Reaction.after(soon, Reaction.answer(451, "4.7.1 Greylisted, try again")));
        announcer.tell(story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));

        assertThat(outbound.attempts(somebody)).containsExactly("DEFERRED");
        assertThat(lateness().totalTime(TimeUnit.MILLISECONDS) - before).isGreaterThan(2_000);
    }

    @Test
    void latenessIsAHistogram() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));

        String metrics = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class);
        assertThat(metrics)
                .contains("# TYPE atrium_deliveries_lateness_seconds histogram")
                .containsPattern(
                        "atrium_deliveries_lateness_seconds_bucket\\{.*lane=\"transactional\".*le=\"2\\.0\".*\\} [1-9]");
    }

    private Timer lateness() {
        return meters.get("atrium.deliveries.lateness")
                .tag("lane", "transactional")
                .timer();
    }
}
