package museum.atrium.notification.suppression;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SuppressionTest extends WithScriptedServer {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void whereNobodyIsNothingIsSentAnyMoreUntilAnOrganiserLiftsIt() {
        bounce();
        JsonNode found = search().at("/items/0");

        assertThat(found.at("/cause").stringValue()).isEqualTo("BOUNCED");
        assertThat(found.at("/address").stringValue()).isEqualTo(Story.address(somebody));
        assertThat(found.at("/reply").stringValue()).isEqualTo("550 5.1.1 No such user <(address)>");
        assertThat(jdbc.sql("select because from reach where registration = :somebody")
                        .param("somebody", somebody)
                        .query(String.class)
                        .single())
                .as("what others were told")
                .isEqualTo("BOUNCED");
        announcer.tell(story.message(UUID.randomUUID(), somebody));
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE DROPPED"));
        assertThat(outbound.reasons(somebody)).contains("nothing is sent to the address any more");

        call(HttpMethod.DELETE, "/api/suppressions/" + found.at("/id").asString(), null, 204);
        acceptEverything();
        announcer.tell(story.message(UUID.randomUUID(), somebody));
        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE SENT"));
        call(HttpMethod.DELETE, "/api/suppressions/" + found.at("/id").asString(), null, 404);
    }

    @Test
    void whatIsNotTheAddressesFaultSuppressesNothing() {
        follow(somebody, Moment.RCPT, time -> true, Reaction.answer(550, "5.7.1 Relaying denied"));
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
        assertThat(search().at("/items")).isEmpty();
    }

    @Test
    void anOrganiserSuppressesAnAddressInWhateverSpellingAndOnce() {
        String spelled = Story.address(somebody).toUpperCase(Locale.ROOT);

        JsonNode added = call(HttpMethod.POST, "/api/suppressions", Map.of("email", spelled), 201);
        JsonNode again = call(HttpMethod.POST, "/api/suppressions", Map.of("email", Story.address(somebody)), 200);

        assertThat(again).isEqualTo(added);
        assertThat(added.at("/cause").stringValue()).isEqualTo("ORGANIZER");
        assertThat(call(HttpMethod.GET, "/api/suppressions?limit=1", null, 200).at("/items/0"))
                .isEqualTo(added);
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION DROPPED"));
    }

    @Test
    void ofAnErasedAddressNothingIsKept() {
        bounce();

        announcer.tell(story.forgotten(somebody), story.erased(somebody));

        eventually(() -> assertThat(search().at("/items")).isEmpty());
    }

    private void bounce() {
        follow(
                somebody,
                Moment.RCPT,
                time -> true,
                Reaction.answer(550, "5.1.1 No such user <" + Story.address(somebody) + ">"));
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
        eventually(() -> assertThat(search().at("/items")).hasSize(1));
    }

    private JsonNode search() {
        return call(HttpMethod.POST, "/api/suppressions/search", Map.of("email", Story.address(somebody)), 200);
    }

    private JsonNode call(HttpMethod method, String path, @Nullable Map<String, String> body, int status) {
        RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        ResponseEntity<String> answer = request.retrieve()
                .onStatus(code -> true, (sent, received) -> {})
                .toEntity(String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
        Contracts.http("notification").assertValid(method.name(), path, status, answer.getBody());
        return answer.getBody() == null
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(answer.getBody());
    }
}
