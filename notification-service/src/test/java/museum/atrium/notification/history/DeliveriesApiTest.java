package museum.atrium.notification.history;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveriesApiTest extends WithInbox {

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void somebodyWasConfirmedAndCancelled() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        announcer.tell(story.cancelled(somebody, 2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("CANCELLATION SENT"));
    }

    @Test
    void eachMailHasItsTimelineAndNoAddress() {
        String body = body("/api/deliveries?registration=" + somebody);
        JsonNode items = JsonMapper.shared().readTree(body).get("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(1).get("kind").asString()).isEqualTo("CONFIRMATION");
        assertThat(items.get(1)
                        .get("timeline")
                        .valueStream()
                        .map(step -> step.get("what").asString()))
                .containsExactly("PLANNED", "SENT");
        assertThat(items.get(1).get("timeline").get(1).get("detail").asString()).startsWith("250 ");
        assertThat(body).doesNotContain("@");
    }

    @Test
    void whatASubscriberWasToldOfIsNamed() {
        Story series = new Story();
        UUID subscriber = series.somebody();
        UUID news = UUID.randomUUID();
        Instant before = Instant.now().minusSeconds(60);
        announcer.tell(series.series(), series.contact(subscriber), series.subscribed(subscriber, before));
        announcer.tell(series.inSeries(news, 1, before));
        eventually(() -> assertThat(outbound.of(subscriber)).contains("NEW_IN_SERIES SENT"));

        String body = body("/api/deliveries?registration=" + subscriber);

        Contracts.http("notification").assertValid("GET", "/api/deliveries", 200, body);
        JsonNode told = JsonMapper.shared().readTree(body).get("items").get(0);
        assertThat(told.get("activity").asString()).isEqualTo(series.activity.toString());
        assertThat(told.get("newActivity").asString()).isEqualTo(news.toString());
        assertThat(told.get("session").isNull()).isTrue();
    }

    @Test
    void anOrganisersMessageIsNamed() {
        UUID reader = story.somebody();
        UUID message = UUID.randomUUID();
        announcer.tell(story.contact(reader), story.confirmed(reader), story.message(message, reader));
        eventually(() -> assertThat(outbound.of(reader)).contains("MESSAGE SENT"));

        String body = body("/api/deliveries?registration=" + reader);

        Contracts.http("notification").assertValid("GET", "/api/deliveries", 200, body);
        JsonNode told = JsonMapper.shared().readTree(body).get("items").get(0);
        assertThat(told.get("kind").asString()).isEqualTo("MESSAGE");
        assertThat(told.get("message").asString()).isEqualTo(message.toString());
        assertThat(told.get("session").isNull()).isTrue();
    }

    @Test
    void everyKindOfMailIsInTheContract() {
        String body = body("/api/deliveries?registration=" + somebody);
        for (MailKind kind : MailKind.values()) {
            String asOfThatKind = body.replace("\"CONFIRMATION\"", "\"" + kind + "\"");
            Contracts.http("notification").assertValid("GET", "/api/deliveries", 200, asOfThatKind);
        }
    }

    @Test
    void mailsAreFoundByTheAddressThatTheirRegistrationHasNow() {
        String changed = "changed-" + Story.address(somebody);
        announcer.tell(story.contact(somebody, 3, changed));

        assertThat(JsonMapper.shared().readTree(search("", changed).getBody()).get("items"))
                .hasSize(2);
        assertThat(JsonMapper.shared()
                        .readTree(search("", Story.address(somebody)).getBody())
                        .get("items"))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        JsonNode first = JsonMapper.shared().readTree(body("/api/deliveries?limit=1&activity=" + story.activity));
        JsonNode second = JsonMapper.shared()
                .readTree(body("/api/deliveries?limit=1&activity=%s&cursor=%s"
                        .formatted(story.activity, first.get("next").asString())));
        assertThat(List.of(kind(first), kind(second))).containsExactly("CANCELLATION", "CONFIRMATION");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void statusNarrowsTheList() {
        assertThat(JsonMapper.shared()
                        .readTree(body("/api/deliveries?status=FAILED&activity=" + story.activity))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void anAddressFindsItsMailsWhateverItsCase() {
        String body =
                search("", Story.address(somebody).toUpperCase(Locale.ROOT)).getBody();
        assertThat(JsonMapper.shared().readTree(body).get("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jose-%s@bücher.example",
                "Jose-%s@BÜCHER.Example",
                " jose-%s@xn--bcher-kva.example ",
                "JOSE-%s@bu\u0308cher.example"
            })
    void anAddressFindsItsMailsWhateverItsSpelling(String spelling) {
        UUID abroad = story.somebody();
        announcer.tell(story.contact(abroad, 1, "Jose-%s@Bücher.example".formatted(abroad)), story.confirmed(abroad));
        eventually(() -> assertThat(outbound.of(abroad)).containsExactly("CONFIRMATION SENT"));

        assertThat(JsonMapper.shared()
                        .readTree(search("", spelling.formatted(abroad)).getBody())
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void whatIsNoAddressFindsNothing() {
        assertThat(JsonMapper.shared()
                        .readTree(search("", "somebody@-").getBody())
                        .get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=blue",
                "registraton=0199b1c0-0000-7000-8000-000000000001",
                "limit=%00",
                "cursor=%00",
                "cursor=1%00",
                "%00=1",
                "limit=ten",
                "limit=99999999999"
            })
    void aParameterThatCannotBeUnderstoodIsRefused(String parameters) {
        assertThat(status("/api/deliveries?" + parameters)).isEqualTo(400);
        assertThat(search("?" + parameters, Story.address(somebody))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "activity", "status"})
    void neitherIsAFilterThatHoldsNul(String filter) {
        assertThat(status("/api/deliveries?" + filter + "=%00")).isEqualTo(400);
        assertThat(status("/api/deliveries?" + filter + "=a%00b")).isEqualTo(400);
    }

    @Test
    void anAddressThatHoldsNulIsRefused() {
        assertThat(search("", "ana\0@example.org").getStatusCode().is4xxClientError())
                .isTrue();
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        assertThat(status("/api/deliveries?limit=0")).isEqualTo(400);
        assertThat(status("/api/deliveries?cursor=x")).isEqualTo(400);
        assertThat(status("/api/deliveries?status=LOST")).isEqualTo(400);
        assertThat(status("/api/deliveries?registration=me")).isEqualTo(400);
        assertThat(search("", " ").getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void onlyOrganisersAreAnswered() {
        int status = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/api/deliveries")
                .exchange((request, response) -> response.getStatusCode().value());
        assertThat(status).isEqualTo(401);
    }

    @Test
    void theDocumentOfTheSurfaceIsServed() {
        assertThat(body("/openapi/notification.yaml")).contains("/api/deliveries/search");
    }

    private static String kind(JsonNode page) {
        return page.get("items").get(0).get("kind").asString();
    }

    private ResponseEntity<String> search(String parameters, String email) {
        return client().post()
                .uri(URI.create("http://localhost:" + port + "/api/deliveries/search" + parameters))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email))
                .retrieve()
                .onStatus(status -> true, (request, response) -> {})
                .toEntity(String.class);
    }

    /** As it is written: what is percent-encoded is not encoded again. */
    private int status(String path) {
        return client().get()
                .uri(URI.create("http://localhost:" + port + path))
                .exchange((request, response) -> response.getStatusCode().value());
    }

    private String body(String path) {
        String body = (path.startsWith("/openapi") ? RestClient.create("http://localhost:" + port) : client())
                .get()
                .uri(path)
                .retrieve()
                .body(String.class);
        return body == null ? "" : body;
    }

    private RestClient client() {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeaders(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"))
                .requestInterceptor(Contracts.http("notification").checking())
                .build();
    }
}
