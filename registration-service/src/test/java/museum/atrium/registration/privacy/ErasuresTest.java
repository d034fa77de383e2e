package museum.atrium.registration.privacy;

import static museum.atrium.registration.Accounts.bearer;
import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Accounts;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.Telling;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person is erased on an organiser's call, and a report proves it. */
@RegistrationTest
class ErasuresTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void nothingInTheDatabaseTellsOfWhoWasErased() {
        Everywhere.known(api, "everywhere", "gone@erased-everywhere.example.org");
        expect(202, api.signUp("everywhere", "stays@erased-everywhere.example.org"));
        assertThat(new Traced(database).tablesWith("gone@erased-everywhere")).isNotEmpty();

        JsonNode report = report(erase(Map.of("email", "GONE@Erased-Everywhere.Example.org")));

        eventually(() -> assertThat(new Traced(database).tablesWith("gone@erased-everywhere"))
                .as("the last to let go is the outbox")
                .isEmpty());
        assertThat(new Traced(database).tablesWith("stays@erased-everywhere")).isNotEmpty();
        assertThat(report.at("/subject").stringValue()).isEqualTo("PERSON");
        assertThat(report.at("/account").stringValue()).isEqualTo("organizer");
        assertThat(report.at("/registrations").intValue())
                .as("a registration, a subscription, an invitation to speak")
                .isEqualTo(3);
        assertThat(report.at("/ids")).hasSize(3);
        JsonNode own = service(report, "registration-service");
        assertThat(own.at("/status").stringValue()).isEqualTo("DONE");
        assertThat(own.at("/deleted/registrations").intValue()).isEqualTo(2);
        assertThat(own.at("/deleted/invitations").intValue()).isEqualTo(1);
        assertThat(own.at("/deleted/codes").intValue()).isEqualTo(1);
        assertThat(own.at("/deleted/calendars").intValue()).isEqualTo(1);
        assertThat(expect(202, api.signUp("everywhere", "gone@erased-everywhere.example.org"))
                        .at("/status")
                        .stringValue())
                .as("a newcomer like any other")
                .isEqualTo("CONFIRMED");
    }

    @Test
    void thePlaceOfWhoIsErasedGoesToTheNextInLine() {
        api.publish(api.webinar(
                "erased-place", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        expect(202, api.signUp("erased-place", "place@erased.example.org"));
        expect(202, api.signUp("erased-place", "next@erased.example.org"));

        erase(Map.of("email", "place@erased.example.org"));

        assertThat(expect(
                                200,
                                api.get("/api/registrations/"
                                        + api.manageToken("erased-place", "next@erased.example.org")))
                        .at("/status")
                        .stringValue())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void theReportWaitsForEachServiceAndAddsUpWhatTheyDeleted() {
        api.publish(api.webinar("erased-answered", webinar -> {}));
        expect(202, api.signUp("erased-answered", "answered@erased.example.org"));
        String erasure = erase(Map.of("email", "answered@erased.example.org"));
        assertThat(report(erasure).at("/status").stringValue()).isEqualTo("WAITING");
        JsonNode asked = asked(erasure);
        assertThat(asked.at("/registrations")).isEqualTo(report(erasure).at("/ids"));

        answer("atrium.erasures.recording", asked, Map.of("registrations", 1));
        eventually(() -> assertThat(service(report(erasure), "recording-service")
                        .at("/status")
                        .stringValue())
                .isEqualTo("DONE"));
        assertThat(report(erasure).at("/status").stringValue()).isEqualTo("WAITING");
        assertThat(service(report(erasure), "notification-service")
                        .at("/answeredAt")
                        .isNull())
                .isTrue();

        answer("atrium.erasures.notification", asked, Map.of("contacts", 1, "replies", 2));
        eventually(() -> assertThat(report(erasure).at("/status").stringValue()).isEqualTo("DONE"));

        // Asked again, as when its offsets were lost, a service counts nothing; and what nobody asked for is nobody's.
        answer("atrium.erasures.notification", asked, Map.of("contacts", 7));
        JsonNode unknown =
                JsonMapper.shared().valueToTree(Map.of("id", UUID.randomUUID().toString(), "erasure", erasure));
        answer("atrium.erasures.notification", unknown, Map.of("contacts", 7));
        expect(202, api.signUp("erased-answered", "behind@erased.example.org"));
        String behind = erase(Map.of("email", "behind@erased.example.org"));
        answer("atrium.erasures.notification", asked(behind), Map.of("contacts", 1));
        eventually(() -> assertThat(service(report(behind), "notification-service")
                        .at("/status")
                        .stringValue())
                .as("it was read behind them")
                .isEqualTo("DONE"));
        JsonNode answered = service(report(erasure), "notification-service");
        assertThat(answered.at("/deleted").toString()).isEqualTo("{\"contacts\":1,\"replies\":2}");
        assertThat(answered.at("/answeredAt").stringValue()).isEqualTo("2027-03-02T09:00:01Z");
    }

    @Test
    void whoHasTheAddressCanAskWhetherItWasErasedAndTheReportsDoNotSayIt() {
        api.publish(api.webinar("erased-asked", webinar -> {}));
        expect(202, api.signUp("erased-asked", "asked@erased.example.org"));
        String token = api.manageToken("erased-asked", "asked@erased.example.org");
        String own = expect(202, api.post("/api/registrations/" + token + "/erasure", null))
                .at("/erasure")
                .stringValue();
        String again = erase(Map.of("email", "asked@erased.example.org"));

        Api.Answer found = search("Asked@ERASED.example.org");

        assertThat(found.at("/items").valueStream().map(item -> item.at("/id").stringValue()))
                .containsExactly(again, own);
        assertThat(found.body()).doesNotContain("erased.example.org");
        assertThat(found.at("/items/0/status").stringValue())
                .as("there was nothing left to ask anybody")
                .isEqualTo("DONE");
        assertThat(found.at("/items/0/registrations").intValue()).isZero();
        assertThat(found.at("/items/1/account").isNull()).isTrue();
        assertThat(found.at("/items/1/subject").stringValue()).isEqualTo("REGISTRATION");
        assertThat(search("never@erased.example.org").at("/items")).isEmpty();
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/erasures?limit=100", null))
                        .at("/items")
                        .valueStream()
                        .map(item -> item.at("/id").stringValue()))
                .containsSubsequence(again, own);
    }

    @Test
    void oneRegistrationIsErasedByItsIdAndTheOthersStay() {
        for (String slug : List.of("erased-one", "erased-other")) {
            api.publish(api.webinar(slug, webinar -> {}));
            expect(202, api.signUp(slug, "one@erased.example.org"));
        }
        String id = api.organizer(HttpMethod.GET, "/activities/erased-one/registrations", null)
                .at("/items/0/id")
                .stringValue();

        JsonNode report = report(erase(Map.of("registration", id)));

        assertThat(report.at("/ids/0").stringValue()).isEqualTo(id);
        assertThat(api.organizer(HttpMethod.GET, "/activities/erased-one/registrations", null)
                        .at("/items"))
                .isEmpty();
        assertThat(api.organizer(HttpMethod.GET, "/activities/erased-other/registrations", null)
                        .at("/items"))
                .hasSize(1);
        assertThat(expect(422, api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", id)))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("registration");
    }

    @Test
    void theReportNamesTheAccountThatAsked() {
        String subject = "eraser-" + UUID.randomUUID();
        String erasure = expect(
                        202,
                        api.call(
                                HttpMethod.POST,
                                "/api/organizer/erasures",
                                Map.of("email", "unknown@erased.example.org"),
                                bearer(subject, "admin")))
                .at("/id")
                .stringValue();

        assertThat(report(erasure).at("/account").stringValue()).isEqualTo(Accounts.id(subject));
        assertThat(report(erasure).at("/accountName").stringValue()).isEqualTo("Account " + subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": \"\"}",
                "{\"email\": \"nobody\"}",
                "{\"email\": \"a@example.org\", \"registration\": \"0199b1c0-0000-7000-8000-0000000000b1\"}"
            })
    void whatNamesNobodyOrTwoIsRefused(String request) {
        assertThat(expect(422, api.organizer(HttpMethod.POST, "/erasures", request))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("email");
    }

    private String erase(Map<String, String> request) {
        return expect(202, api.organizer(HttpMethod.POST, "/erasures", request))
                .at("/id")
                .stringValue();
    }

    private JsonNode report(String erasure) {
        return expect(200, api.organizer(HttpMethod.GET, "/erasures/" + erasure, null))
                .at("");
    }

    private Api.Answer search(String email) {
        return expect(200, api.organizer(HttpMethod.POST, "/erasures/search", Map.of("email", email)));
    }

    private static JsonNode service(JsonNode report, String service) {
        return report.at("/services")
                .valueStream()
                .filter(one -> one.at("/service").stringValue().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** What the other services were told of this erasure. */
    private JsonNode asked(String erasure) {
        List<JsonNode> asked = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, "atrium.erasures")) {
            eventually(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    Contracts.event("erasure")
                            .assertValid(
                                    new String(
                                            record.headers()
                                                    .lastHeader("ce_type")
                                                    .value(),
                                            StandardCharsets.UTF_8),
                                    record.value());
                    JsonNode event = JsonMapper.shared().readTree(record.value());
                    assertThat(record.key()).isEqualTo(event.at("/id").stringValue());
                    if (event.at("/erasure").stringValue().equals(erasure)) {
                        asked.add(event);
                    }
                });
                assertThat(asked).hasSize(1);
            });
        }
        return asked.getFirst();
    }

    private void answer(String topic, JsonNode asked, Map<String, Integer> deleted) {
        String key = asked.at("/id").stringValue();
        String payload = Contracts.event("erasureAnswer").exampleWith(answer -> {
            answer.put("id", key).set("erasure", asked.at("/erasure"));
            answer.set("deleted", JsonMapper.shared().valueToTree(deleted));
        });
        String service = topic.substring(topic.lastIndexOf('.') + 1);
        Telling.as(service, kafka).tell(topic, key, "museum.atrium.erasure.answered.v1", payload);
    }
}
