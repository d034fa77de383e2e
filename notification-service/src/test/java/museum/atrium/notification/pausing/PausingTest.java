package museum.atrium.notification.pausing;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PausingTest extends WithScriptedServer {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standstill standstill;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final String slug = "paused-" + story.activity;
    private Steered organizer = Steered.asOrganizer(0);

    @BeforeEach
    void twoActivitiesAreKnown() {
        organizer = Steered.asOrganizer(port);
        announcer.tell(Story.but(story.published(), json -> json.put("slug", slug)));
    }

    @AfterEach
    void nothingIsPaused() {
        jdbc.sql("update pauses set lifted = true").update();
        eventually(
                () -> assertThat(standstill.isTotal() || standstill.isPartial()).isFalse());
    }

    @Test
    void anActivitysMailsAreHeldBackWhileOthersGoAndGoWhenItIsResumed() {
        pause(slug);
        Story other = new Story();
        UUID stranger = other.somebody();
        announcer.tell(other.published(), other.contact(stranger), other.confirmed(stranger));
        confirm(somebody);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION HELD"));
        eventually(() -> assertThat(outbound.of(stranger)).containsExactly("CONFIRMATION SENT"));
        assertThat(organizer.show().get("waiting").get("transactional").asLong())
                .isEqualTo(1);

        resume(slug);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void whileAllIsPausedNothingGoesNotEvenConfirmations() {
        pause(null);
        confirm(somebody);
        throughout(
                Duration.ofSeconds(2),
                () -> assertThat(outbound.of(somebody)).doesNotContain("CONFIRMATION SENDING", "CONFIRMATION SENT"));
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION QUEUED");

        resume(null);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void pausingTwiceIsPausingOnce() {
        String first = organizer.post("pause", slug).getBody();
        assertThat(organizer.post("pause", slug).getBody()).isEqualTo(first);
        assertThat(JsonMapper.shared().readTree(first).get("by").asString()).isEqualTo("organizer");
        assertThat(pausedSlugs()).containsExactly(slug);
        assertThat(noted()).containsExactly("PAUSED");

        assertThat(organizer.post("resume", slug).getStatusCode().value()).isEqualTo(204);
        assertThat(organizer.post("resume", slug).getStatusCode().value()).isEqualTo(204);
        assertThat(pausedSlugs()).isEmpty();
        assertThat(noted()).containsExactly("PAUSED", "RESUMED");
    }

    @Test
    void whatPassesItsTimeWhileItIsPausedIsNeverSentLate() {
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        pause(slug);
        announcer.tell(story.reminder(Instant.now(), Instant.now().plusMillis(1_500), 1));
        eventually(() -> assertThat(outbound.of(somebody)).contains("REMINDER HELD"));
        eventually(() -> assertThat(outbound.expiry(somebody, "REMINDER")).isBefore(Instant.now()));

        resume(slug);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "REMINDER DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("too late to be of use");
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void whatWaitsIsCancelledAndWhatIsPlannedLaterGoes() {
        pause(slug);
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION HELD"));

        assertThat(cancel(slug)).isEqualTo(1);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION CANCELLED"));
        assertThat(outbound.reasons(somebody)).containsExactly("cancelled by an organiser");
        assertThat(cancel(slug)).isZero();

        resume(slug);
        UUID later = story.somebody();
        confirm(later);
        eventually(() -> assertThat(outbound.of(later)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION CANCELLED");
        assertThat(accepted(somebody)).isEmpty();
    }

    @Test
    void aGreatManyOfSeveralActivitiesAreCancelledWithoutOneBeingSent() {
        pause(null);
        Story other = new Story();
        announcer.tell(other.published());
        manyWaiting(story.activity, 2_500);
        manyWaiting(other.activity, 300);

        assertThat(cancel(null)).isEqualTo(2_800);
        resume(null);
        eventually(() -> {
            assertThat(statuses(story.activity)).containsExactly("CANCELLED 2500");
            assertThat(statuses(other.activity)).containsExactly("CANCELLED 300");
            assertThat(unfinishedCancellations()).isZero();
        });
    }

    @Test
    void whatASenderHasInHandIsNotTriedAgainOnceItIsCancelled() {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        follow(somebody, Moment.DOT, time -> true, Reaction.after(answer, Reaction.answer(451, "4.3.0 Later")));
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENDING"));
        cancel(slug);
        answer.complete(null);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION CANCELLED"));
        eventually(() -> assertThat(unfinishedCancellations()).isZero());
        assertThat(outbound.attempts(somebody)).containsExactly("DEFERRED");
    }

    @Test
    void whatAnotherInstanceBeganAndDiedOverIsCarriedOn() {
        pause(slug);
        UUID cancelled = story.somebody();
        confirm(somebody, cancelled);
        eventually(() -> assertThat(List.of(outbound.of(somebody), outbound.of(cancelled)))
                .containsOnly(List.of("CONFIRMATION HELD")));
        // Half gone through: the others have been seen to.
        List<UUID> inOrder = jdbc.sql("select id from registrations where activity = :activity order by id")
                .param("activity", story.activity)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        jdbc.sql("""
                insert into cancellations (activity, planned_until, reached)
                values (:activity, now(), :reached)
                """)
                .param("activity", story.activity)
                .param("reached", inOrder.getFirst())
                .update();
        eventually(() -> assertThat(outbound.of(inOrder.getLast())).containsExactly("CONFIRMATION CANCELLED"));

        jdbc.sql("update pauses set lifted = true where activity = :activity")
                .param("activity", story.activity)
                .update();
        eventually(() -> assertThat(outbound.of(inOrder.getFirst())).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void whatIsMeantMustBeSaid() {
        assertThat(organizer.postRaw("pause", "{}").getStatusCode().value()).isEqualTo(422);
        assertThat(organizer
                        .postRaw("pause", "{\"activty\": null}")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(organizer.postRaw("cancellation", "{}").getBody()).contains("\"activity\"");
        assertThat(organizer
                        .postRaw("pause", "{\"activity\": 7}")
                        .getStatusCode()
                        .value())
                .isEqualTo(422);
        assertThat(organizer.post("pause", "nothing-" + slug).getStatusCode().value())
                .isEqualTo(404);
        assertThat(pausedSlugs()).isEmpty();
    }

    private void confirm(UUID... people) {
        for (UUID one : people) {
            announcer.tell(story.contact(one), story.confirmed(one));
        }
    }

    private void pause(@Nullable String what) {
        assertThat(organizer.post("pause", what).getStatusCode().value()).isEqualTo(200);
        eventually(() -> assertThat(what == null ? standstill.isTotal() : standstill.isPartial())
                .isTrue());
    }

    private void resume(@Nullable String what) {
        assertThat(organizer.post("resume", what).getStatusCode().value()).isEqualTo(204);
    }

    private long cancel(@Nullable String what) {
        var answer = organizer.post("cancellation", what);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getBody()).get("cancelled").asLong();
    }

    private List<String> pausedSlugs() {
        return organizer
                .show()
                .get("paused")
                .valueStream()
                .map(pause -> pause.get("activity"))
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> noted() {
        return jdbc.sql("select what from interventions where activity = :activity order by id")
                .param("activity", story.activity)
                .query((row, number) -> row.getString("what"))
                .list();
    }

    private void manyWaiting(UUID activity, int number) {
        UUID[] people =
                IntStream.range(0, number).mapToObj(one -> UUID.randomUUID()).toArray(UUID[]::new);
        jdbc.sql(
                        "insert into registrations (id, activity, revision, status) select id, :activity, 1, 'CONFIRMED' from unnest(:people) id")
                .param("activity", activity)
                .param("people", people)
                .update();
        jdbc.sql(
                        "insert into deliveries (registration, kind, lane) select id, 'CONFIRMATION', 0 from unnest(:people) id")
                .param("people", people)
                .update();
    }

    private List<String> statuses(UUID activity) {
        return jdbc.sql("""
                select d.status || ' ' || count(*) from deliveries d
                join registrations r on r.id = d.registration
                where r.activity = :activity
                group by d.status
                """)
                .param("activity", activity)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long unfinishedCancellations() {
        return jdbc.sql("select count(*) from cancellations").query(Long.class).single();
    }
}
