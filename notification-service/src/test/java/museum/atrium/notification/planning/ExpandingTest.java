package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.story.Crowd;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ExpandingTest extends WithInbox {

    private static final int AUDIENCE = 2 * Expanding.CHUNK + 500;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Crowd crowd;

    @Autowired
    Expanding expanding;

    @Autowired
    Expansion expansion;

    private final Story story = new Story();
    private final Instant due = Instant.now().minusSeconds(60);

    @BeforeEach
    void aLargeAudienceIsKnown() {
        announcer.tell(story.published());
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        expansion.stop();
        crowd.joins(story.activity, AUDIENCE);
    }

    @AfterEach
    void goOn() {
        if (!expansion.isRunning()) {
            expansion.start();
        }
    }

    @Test
    void aReminderIsPassedOnInChunksAndContinuedByWhoeverIsLeft() {
        announcer.tell(story.reminder(due));
        assertThat(planned()).isZero();
        expanding.expandSome();
        assertThat(planned()).isEqualTo(Expanding.CHUNK);

        // The instance that began it is gone; somebody before the place that was reached joins meanwhile.
        UUID first = new UUID(0, story.session.getLeastSignificantBits());
        announcer.tell(story.contact(first), story.confirmed(first, due));
        assertThat(planned()).isEqualTo(Expanding.CHUNK + 1);
        expansion.start();

        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(planned()).isEqualTo(AUDIENCE + 1);
        eventually(Duration.ofSeconds(60), () -> assertThat(sent()).isEqualTo(AUDIENCE + 1));
    }

    private long planned() {
        return count("select count(*) from deliveries where kind = 'REMINDER' and about = :session");
    }

    private long sent() {
        return count("""
                select count(*) from deliveries where kind = 'REMINDER' and about = :session and status = 'SENT'
                """);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("session", story.session).query(Long.class).single();
    }
}
