package museum.atrium.notification.planning;

import static museum.atrium.notification.story.Story.but;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;

/** A series that gathers what is new tells it in one mail. */
class DigestTest extends WithInbox {

    private static final Instant ASKED = Instant.now().minusSeconds(7_200);
    private static final Instant LATER = ASKED.plusSeconds(3_600);
    private static final String GATHERED_FOR = "PT5S";

    private final Story story = new Story();
    private final UUID subscriber = story.somebody();

    @Test
    void whatIsGatheredIsOneMailAndWhatComesLaterAnother() {
        subscribed();
        UUID withdrawn = UUID.randomUUID();
        announcer.tell(news(UUID.randomUUID(), 1, "Storage", "PUBLISHED"));
        announcer.tell(news(UUID.randomUUID(), 1, "Lighting", "PUBLISHED"));
        announcer.tell(news(withdrawn, 1, "Pests", "PUBLISHED"));
        announcer.tell(news(withdrawn, 2, "Pests", "CANCELLED"));

        eventually(
                Duration.ofSeconds(30),
                () -> assertThat(told())
                        .containsExactly("NEW_IN_SERIES DROPPED", "NEW_IN_SERIES DROPPED", "NEW_IN_SERIES SENT"));
        assertThat(outbound.reasons(subscriber))
                .contains("told with what else is new in the series", "the activity is cancelled");
        OpenedMessage digest = mailsTo(subscriber).getLast();
        assertThat(digest.subject()).contains("Museums at work").doesNotContain("Storage");
        assertThat(digest.text())
                .contains("Storage", "Lighting", "Museums at work")
                .doesNotContain("Pests");
        assertThat(digest.html()).contains("Storage", "Lighting");

        announcer.tell(news(UUID.randomUUID(), 1, "Paper", "PUBLISHED"));
        eventually(Duration.ofSeconds(30), () -> assertThat(mailsTo(subscriber)).hasSize(3));
        assertThat(mailsTo(subscriber).getLast().text())
                .contains("Paper")
                .doesNotContain("Storage", "Lighting", "Pests");
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(subscriber)).hasSize(3));
    }

    private void subscribed() {
        announcer.tell(
                but(story.series(), json -> json.put("digest", GATHERED_FOR)),
                story.contact(subscriber),
                story.subscribed(subscriber, ASKED));
        eventually(() -> assertThat(outbound.of(subscriber)).contains("SUBSCRIBED SENT"));
    }

    private ReceivedEvent news(UUID activity, long revision, String title, String status) {
        return story.inSeries(activity, revision, LATER, json -> {
            json.putObject("title").put("en", title);
            json.put("status", status);
        });
    }

    private List<String> told() {
        return outbound.of(subscriber).stream()
                .filter(delivery -> delivery.startsWith("NEW_IN_SERIES"))
                .sorted()
                .toList();
    }
}
