package museum.atrium.notification.templates;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.composing.Template;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TemplatesTest extends WithInbox {

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final String slug = "templates-" + UUID.randomUUID();

    @BeforeEach
    void theActivityIsKnown() {
        announcer.tell(published());
        eventually(() ->
                assertThat(status(HttpMethod.GET, "?activity=" + slug, null)).isEqualTo(200));
    }

    @Test
    void whatAnOrganiserWritesIsWhatTheNextMailSaysUntilTheStandardTextIsRestored() {
        UUID reader = story.somebody();
        put(
                "confirmation",
                "pt",
                Map.of(
                        "subject",
                        "Até já: {title}",
                        "more",
                        "Traga <2 caixas & um lápis: https://museum.example.org/planos?sala=1&piso=2."));
        put("confirmation", "fr", Map.of("subject", "À bientôt"));

        announcer.tell(story.contact(reader), story.confirmed(reader));
        eventually(() -> assertThat(mailsTo(reader)).hasSize(1));

        OpenedMessage mail = mailsTo(reader).getFirst();
        assertThat(mail.subject()).startsWith("Até já: ").contains("Caring for collections");
        assertThat(mail.text())
                .contains("Traga <2 caixas & um lápis: https://museum.example.org/planos?sala=1&piso=2.");
        assertThat(mail.html())
                .contains(
                        "Traga &lt;2 caixas &amp; um lápis: <a href=\"https://museum.example.org/planos?sala=1&amp;piso=2\"");
        assertThat(mail.text()).as("the standard lead").contains("A sua inscrição");

        call(HttpMethod.DELETE, "/confirmation/pt?activity=" + slug, null, 204);
        UUID other = story.somebody();
        announcer.tell(story.contact(other), story.confirmed(other));
        eventually(() -> assertThat(mailsTo(other)).hasSize(1));
        assertThat(mailsTo(other).getFirst().subject()).doesNotContain("Até já");
    }

    @Test
    void theListShowsTheStandardTextBesideTheOwnOne() {
        put("reminder", "en", Map.of("lead", "Soon: {title}, {when}."));

        JsonNode reminder = call(HttpMethod.GET, "?activity=" + slug, null, 200)
                .get("items")
                .valueStream()
                .filter(item -> item.at("/template").stringValue().equals("reminder"))
                .findFirst()
                .orElseThrow();

        assertThat(reminder.at("/parts/2/part").stringValue()).isEqualTo("lead");
        assertThat(reminder.at("/parts/2/standard").stringValue()).contains("{when}");
        assertThat(reminder.at("/parts/2/own").stringValue()).isEqualTo("Soon: {title}, {when}.");
        assertThat(reminder.at("/parts/0/own").isNull()).isTrue();
        assertThat(reminder.at("/parts/0/gaps").valueStream().map(JsonNode::stringValue))
                .contains("title", "date", "time");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            confirmation | subject | Welcome, {name}
            confirmation | lead    | {until}
            confirmation | lead    | ${T(java.lang.Runtime).getRuntime()}
            confirmation | lead    | [[${page}]]
            confirmation | lead    | a } or two
            confirmation | heading | {title}
            confirmation | lead    | <b>pronto</b>
            confirmation | subject | Soon<br/>
            confirmation | subject | ' '
            waitlisted   | more    | Be patient.
            """)
    void aMistakeIsFoundWhenItIsSaved(String template, String part, String text) {
        JsonNode refused = call(HttpMethod.PUT, "/" + template + "/en?activity=" + slug, Map.of(part, text), 422);

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo(part);
        call(HttpMethod.POST, "/" + template + "/en/preview?activity=" + slug, Map.of(part, text), 422);
    }

    @Test
    void aSubjectOfTwoLinesOrTooLongIsRefused() {
        for (String subject : new String[] {"One\r\nBcc: all@example.org", "x".repeat(201)}) {
            call(HttpMethod.PUT, "/confirmation/en?activity=" + slug, Map.of("subject", subject), 422);
        }
    }

    @Test
    void whatThereIsNotIsNotFound() {
        call(HttpMethod.PUT, "/message/en?activity=" + slug, Map.of("subject", "x"), 404);
        call(HttpMethod.PUT, "/confirmation/ja?activity=" + slug, Map.of("subject", "x"), 404);
        call(HttpMethod.PUT, "/confirmation/en?activity=none", Map.of("subject", "x"), 404);
        call(HttpMethod.GET, "?activity=none", null, 404);
        call(HttpMethod.GET, "", null, 400);
    }

    /** With everything in each part that may stand there: no mail fails for want of it. */
    @Test
    void everyMailCanBeLookedAtInEveryLanguage() {
        for (Template template : Template.templates()) {
            Map<String, String> own = new HashMap<>();
            for (Template.Part part : Template.Part.values()) {
                if (template.has(part)) {
                    own.put(part.key(), "Own " + part.key() + " {" + String.join("} {", template.gaps(part)) + "}");
                }
            }
            own.put("heading", "Own heading");
            for (String language : Template.languages()) {
                String path = "/" + template.name() + "/" + language + "/preview?activity=" + slug;
                JsonNode standard = call(HttpMethod.POST, path, null, 200);
                assertThat(standard.at("/text").stringValue()).contains("Mariana Example");
                JsonNode tried = call(HttpMethod.POST, path, own, 200);
                assertThat(tried.at("/subject").stringValue()).startsWith("Own subject ");
                assertThat(tried.at("/html").stringValue()).contains("Own heading", "Own lead ");
                assertThat(tried.at("/text").stringValue()).doesNotContain("{");
            }
        }
    }

    @Test
    void aSampleShowsWhatTheMailThatGoesOutShows() {
        announcer.tell(Story.but(story.withModule(UUID.randomUUID()), json -> {
            json.put("slug", slug).put("revision", 2);
            ((ObjectNode) json.get("sessions").get(1))
                    .put("selfPaced", false)
                    .put("startsAt", story.startsAt.plusSeconds(7_200).toString())
                    .put("endsAt", story.startsAt.plusSeconds(10_800).toString());
        }));

        String confirmation = preview("confirmation");
        assertThat(confirmation)
                .containsSubsequence(
                        "Live session",
                        "In the host’s time zone",
                        "https://live.example.org/",
                        "https://calendar.google.com/",
                        "Reading",
                        "https://live.example.org/",
                        "Your link opens the live room",
                        "A calendar invitation for each session is attached");
        assertThat(preview("session-rescheduled")).contains("calendar update", "https://live.example.org/");
        assertThat(preview("session-cancelled"))
                .contains("Caring for collections: Live session", "removes this from your calendar")
                .doesNotContain("https://live.example.org/");
        assertThat(preview("waitlisted")).doesNotContain("https://live.example.org/", "attached");
        assertThat(preview("follow-up")).doesNotContain("Live session");
    }

    private String preview(String template) {
        return call(HttpMethod.POST, "/" + template + "/en/preview?activity=" + slug, null, 200)
                .at("/text")
                .stringValue();
    }

    @Test
    void aTestMailGoesToWhoWantsToSeeIt() {
        String address = "organiser-" + UUID.randomUUID() + "@example.org";
        put("reminder", "de", Map.of("heading", "Gleich geht es los"));

        JsonNode sent = call(HttpMethod.POST, "/reminder/de/test?activity=" + slug, Map.of("email", address), 200);

        assertThat(sent.at("/reply").stringValue()).startsWith("250");
        assertThat(mailsTo(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.html()).contains("Gleich geht es los", "https://live.example.org/"));
        call(HttpMethod.POST, "/reminder/de/test?activity=" + slug, Map.of("email", "nobody"), 422);
    }

    private ReceivedEvent published() {
        return Story.but(story.published(), json -> json.put("slug", slug));
    }

    private void put(String template, String language, Map<String, String> texts) {
        call(HttpMethod.PUT, "/" + template + "/" + language + "?activity=" + slug, texts, 200);
    }

    private int status(HttpMethod method, String path, @Nullable Map<String, String> body) {
        return answer(method, path, body).getStatusCode().value();
    }

    private JsonNode call(HttpMethod method, String path, @Nullable Map<String, String> body, int status) {
        ResponseEntity<String> answer = answer(method, path, body);
        assertThat(answer.getStatusCode().value())
                .as(path + " " + answer.getBody())
                .isEqualTo(status);
        Contracts.http("notification")
                .assertValid(method.name(), "/api/templates" + path.replaceAll("\\?.*", ""), status, answer.getBody());
        return answer.getBody() == null
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(answer.getBody());
    }

    private ResponseEntity<String> answer(HttpMethod method, String path, @Nullable Map<String, String> body) {
        RestClient.RequestBodySpec request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri("/api/templates" + path)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.retrieve().onStatus(code -> true, (sent, received) -> {}).toEntity(String.class);
    }
}
