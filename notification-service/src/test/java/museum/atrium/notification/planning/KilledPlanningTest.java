package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Crowd;
import museum.atrium.notification.story.Instance;
import museum.atrium.notification.story.Waits;
import museum.atrium.notification.story.WithInstances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The process that passes a reminder on to a large audience is killed in the middle of one of its chunks. */
class KilledPlanningTest extends WithInstances {

    private static final int AUDIENCE = 50_000;
    private static final int PLANNED_BEFORE = 7 * Expanding.CHUNK;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Crowd crowd;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Waits waits;

    @Autowired
    Expansion expansion;

    private final Instant due = Instant.now().minusSeconds(60);

    @BeforeEach
    void aLargeAudienceIsKnown() {
        // It is the planning that counts: nothing is sent.
        smtp().follow((moment, mail) -> moment == Moment.CONNECT ? Reaction.hangUp() : Reaction.accept());
        announcer.tell(story.published());
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        expansion.stop();
        crowd.joins(story.activity, AUDIENCE);
    }

    @AfterEach
    void forgetThem() {
        delete("delete from registrations where activity = :id", story.activity);
        if (!expansion.isRunning()) {
            expansion.start();
        }
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        delete("delete from deliveries where about = :id", story.session);
    }

    /** A sender that looks at some of them takes their locks in another order: the database undoes one of the two. */
    private void delete(String sql, UUID id) {
        eventually(() ->
                assertThatCode(() -> jdbc.sql(sql).param("id", id).update()).doesNotThrowAnyException());
    }

    @Test
    void everyoneIsPlannedForOnceByWhoeverIsLeft() {
        Instance instance = anInstance();
        transactions.executeWithoutResult(holding -> {
            // The same delivery, which is not committed: whoever plans it waits to know whether it is there.
            jdbc.sql("""
                    insert into deliveries (registration, kind, about, distance, revision, lane)
                    select id, 'REMINDER', :session, 'PT1H', 1, 1 from registrations
                    where activity = :activity order by id limit 1 offset :planned
                    """)
                    .param("session", story.session)
                    .param("activity", story.activity)
                    .param("planned", PLANNED_BEFORE + Expanding.CHUNK / 2)
                    .update();
            holding.setRollbackOnly();
            CompletableFuture.runAsync(() -> announcer.tell(story.reminder(due)))
                    .join();
            eventually(Duration.ofSeconds(60), () -> assertThat(planned()).isEqualTo(PLANNED_BEFORE));
            eventually(
                    () -> assertThat(waits.forALock("insert into deliveries")).isTrue());
            instance.kill();
        });
        assertThat(planned()).isEqualTo(PLANNED_BEFORE);
        assertThat(outbound.unfinishedNotices()).isOne();

        expansion.start();

        eventually(
                Duration.ofSeconds(60),
                () -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(planned()).isEqualTo(AUDIENCE);
        assertThat(peoplePlannedFor()).isEqualTo(AUDIENCE);
    }

    private long planned() {
        return count("select count(*) from deliveries where kind = 'REMINDER' and about = :session");
    }

    private long peoplePlannedFor() {
        return count("""
                select count(distinct registration) from deliveries where kind = 'REMINDER' and about = :session
                """);
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("session", story.session).query(Long.class).single();
    }
}
