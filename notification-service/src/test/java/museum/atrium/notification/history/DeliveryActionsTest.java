package museum.atrium.notification.history;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveryActionsTest extends WithScriptedServer {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void theActivityIsKnown() {
        announcer.tell(story.published(), story.contact(somebody));
    }

    @Test
    void whatFailedIsTriedAgainWithTheSameMessageIdAndKeepsItsTimeline() {
        follow(somebody, Moment.DOT, time -> time == 0, Reaction.answer(554, "5.6.0 Broken"));
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
        refused("resend", 409);
        refused("cancellation", 409);

        call("retry", 200);

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(received(somebody)).hasSize(2).allMatch(received(somebody).getFirst()::equals);
        assertThat(outbound.attempts(somebody)).containsExactly("FAILED");
    }

    @Test
    void whatWasSentIsSentOnceMoreUnderAnotherMessageId() {
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        refused("retry", 409);

        call("resend", 200);

        eventually(() -> assertThat(accepted(somebody)).hasSize(2).doesNotHaveDuplicates());
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        call("resend", 200);
        eventually(() -> assertThat(accepted(somebody)).hasSize(3).doesNotHaveDuplicates());
        assertThat(outbound.attempts(somebody)).containsExactly("SENT", "SENT");
    }

    @Test
    void whatWaitsIsCancelledAndCanBeTakenUpAgain() {
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        // As one that the mail server has refused for now.
        jdbc.sql("""
                update deliveries set status = 'QUEUED', queued = true, due_at = now() + interval '1 hour', finished_at = null
                where registration = :somebody
                """).param("somebody", somebody).update();

        JsonNode cancelled = call("cancellation", 200);

        assertThat(cancelled.at("/status").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/reason").stringValue()).isEqualTo("an organiser cancelled it");
        call("retry", 200);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void ofWhoWasErasedNothingIsSentAgain() {
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        announcer.tell(story.forgotten(somebody), story.erased(somebody));
        eventually(() -> refused("resend", 409));
        assertThat(accepted(somebody)).hasSize(1);
    }

    @Test
    void aMailThatThereIsNotIsNotFound() {
        assertThat(post(Long.MAX_VALUE, "retry").getStatusCode().value()).isEqualTo(404);
    }

    private JsonNode call(String action, int status) {
        ResponseEntity<String> answer = post(delivery(), action);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        Contracts.http("notification")
                .assertValid("POST", "/api/deliveries/" + delivery() + "/" + action, status, answer.getBody());
        return JsonMapper.shared().readTree(answer.getBody());
    }

    private void refused(String action, int status) {
        call(action, status);
    }

    private ResponseEntity<String> post(long delivery, String action) {
        return RestClient.create("http://localhost:" + port)
                .post()
                .uri("/api/deliveries/{id}/{action}", delivery, action)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"))
                .retrieve()
                .onStatus(code -> true, (sent, received) -> {})
                .toEntity(String.class);
    }

    private long delivery() {
        return jdbc.sql("select id from deliveries where registration = :somebody")
                .param("somebody", somebody)
                .query(Long.class)
                .single();
    }
}
