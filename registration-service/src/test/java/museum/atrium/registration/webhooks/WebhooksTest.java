package museum.atrium.registration.webhooks;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How admins make webhooks, and what they see of them. */
@RegistrationTest
class WebhooksTest {

    private static final String URL = "http://127.0.0.1:9/hooks?token=1";

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @AfterEach
    void noWebhookHearsOfOtherTests() {
        database.sql("delete from webhook").update();
    }

    @Test
    void theSecretIsShownOnceAndNotStoredInClear() {
        JsonNode made = create(Map.of("url", URL, "description", "Ticketing"));
        String secret = made.at("/secret").stringValue();

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        String id = made.at("/id").stringValue();
        assertThat(get("/" + id).body()).doesNotContain("whsec_").contains("Ticketing");
        assertThat(get("").body()).doesNotContain("whsec_").contains(id);
        byte[] stored = database.sql("select sealed from webhook_secret where webhook_id = :id::uuid")
                .param("id", id)
                .query(byte[].class)
                .single();
        byte[] clear = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(clear, StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatIsLeftOutMeansAllTypesAndEnabled() {
        JsonNode made = create(Map.of("url", URL));

        assertThat(made.at("/events").isNull()).isTrue();
        assertThat(made.at("/enabled").booleanValue()).isTrue();
        assertThat(made.at("/description").isNull()).isTrue();
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        String id = id(create(Map.of("url", URL, "events", List.of("activity.published"))));

        expect(200, patch(id, Map.of("description", "Mailing list", "enabled", false)));
        JsonNode changed = get("/" + id).at("");
        assertThat(changed.at("/url").stringValue()).isEqualTo(URL);
        assertThat(changed.at("/events").toString()).isEqualTo("[\"activity.published\"]");
        assertThat(changed.at("/enabled").booleanValue()).isFalse();
        assertThat(changed.at("/disabledReason").stringValue()).isEqualTo("an organiser disabled it");

        expect(200, api.organizer(HttpMethod.PATCH, "/webhooks/" + id, "{\"events\": null, \"enabled\": true}"));
        JsonNode enabled = get("/" + id).at("");
        assertThat(enabled.at("/events").isNull()).isTrue();
        assertThat(enabled.at("/disabledAt").isNull()).isTrue();
        assertThat(enabled.at("/disabledReason").isNull()).isTrue();
    }

    @Test
    void whatIsDeletedIsGoneWithItsDeliveries() {
        String id = id(create(Map.of("url", URL)));
        expect(202, post(id, "/test"));

        expect(204, api.organizer(HttpMethod.DELETE, "/webhooks/" + id, null));

        expect(404, api.organizer(HttpMethod.GET, "/webhooks/" + id, null));
        expect(404, api.organizer(HttpMethod.DELETE, "/webhooks/" + id, null));
        expect(404, post(id, "/test"));
        expect(404, post(id, "/secret"));
        expect(404, api.organizer(HttpMethod.GET, "/webhooks/" + id + "/deliveries", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                     | url
            {"url": "ftp://hooks.example.org/"}                                    | url
            {"url": "http://hooks.example.org/"}                                   | url
            {"url": "https://ana:secret@hooks.example.org/"}                       | url
            {"url": "https://0x7f000001/"}                                         | url
            {"url": "https://0177.0.0.1/"}                                         | url
            {"url": "https://127.0.0.1/", "events": []}                            | events
            {"url": "https://127.0.0.1/", "events": ["activity.published", "all"]} | events[1]
            {"url": "https://127.0.0.1/", "description": "a\\tb"}                   | description
            {"url": "https://127.0.0.1/", "secret": "whsec_AAAA"}                  | secret
            {"url": "https://127.0.0.1/", "enabled": "yes"}                        | enabled
            """)
    void whatIsWrongIsNamedAndNothingIsMade(String body, String field) {
        Api.Answer answer = expect(422, api.organizer(HttpMethod.POST, "/webhooks", body));

        assertThat(answer.at("/errors/0/field").stringValue()).isEqualTo(field);
        assertThat(get("").at("/items").size()).isZero();
    }

    @Test
    void aWrongChangeChangesNothing() {
        String id = id(create(Map.of("url", URL)));

        assertThat(expect(422, api.organizer(HttpMethod.PATCH, "/webhooks/" + id, "{\"url\": null}"))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("url");
        expect(400, api.organizer(HttpMethod.PATCH, "/webhooks/" + id, "[]"));
        assertThat(get("/" + id).at("/url").stringValue()).isEqualTo(URL);
    }

    @Test
    void thereAreFiftyAtMost() {
        for (int i = 0; i < WritingWebhooks.MOST; i++) {
            create(Map.of("url", URL));
        }

        expect(409, api.organizer(HttpMethod.POST, "/webhooks", Map.of("url", URL)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=x", "status=LOST", "since=now"})
    void aParameterThatCannotBeUnderstoodIsRefused(String query) {
        String id = id(create(Map.of("url", URL)));

        expect(400, api.organizer(HttpMethod.GET, "/webhooks/" + id + "/deliveries?" + query, null));
    }

    @Test
    void whatIsDisabledIsNotToldAgain() {
        String id = id(create(Map.of("url", URL, "enabled", false)));

        expect(409, post(id, "/test"));
        expect(
                409,
                api.organizer(HttpMethod.POST, "/webhooks/" + id + "/replay", "{\"since\": \"2026-05-04T10:00:00Z\"}"));
    }

    @Test
    void aReplayOfWhatIsNotThereIsRefused() {
        String id = id(create(Map.of("url", URL)));

        expect(404, post(id, "/deliveries/999999999/replay"));
        expect(404, post(UUID.randomUUID().toString(), "/deliveries/1/replay"));
        expect(404, post(id, "/deliveries/first/replay"));
        assertThat(expect(422, api.organizer(HttpMethod.POST, "/webhooks/" + id + "/replay", Map.of()))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("since");
    }

    private JsonNode create(Map<String, ?> draft) {
        return expect(201, api.organizer(HttpMethod.POST, "/webhooks", draft)).at("");
    }

    private static String id(JsonNode webhook) {
        return webhook.at("/id").stringValue();
    }

    private Api.Answer patch(String id, Map<String, ?> changes) {
        return api.organizer(HttpMethod.PATCH, "/webhooks/" + id, changes);
    }

    private Api.Answer post(String id, String path) {
        return api.organizer(HttpMethod.POST, "/webhooks/" + id + path, null);
    }

    private Api.Answer get(String path) {
        return expect(200, api.organizer(HttpMethod.GET, "/webhooks" + path, null));
    }
}
