package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistrationTest
class SigningUpTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void placesGoToTheFirstAndThenTheWaitlistBegins() {
        api.publish(
                api.webinar("two-places", webinar -> webinar.put("capacity", 2).put("waitlist", true)));

        assertThat(status("two-places", "a@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("two-places", "b@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("two-places", "c@example.org")).isEqualTo("WAITLISTED");
        Api.Answer shown = api.get("/api/activities/two-places");
        assertThat(shown.at("/registration/state").stringValue()).isEqualTo("WAITLIST");
        assertThat(shown.at("/registration/remaining").intValue()).isZero();
    }

    @Test
    void withoutAWaitlistWhatIsFullRefuses() {
        api.publish(api.webinar("one-place", webinar -> webinar.put("capacity", 1)));

        assertThat(status("one-place", "a@example.org")).isEqualTo("CONFIRMED");
        expect(409, api.signUp("one-place", "b@example.org"));
        assertThat(api.get("/api/activities/one-place")
                        .at("/registration/state")
                        .stringValue())
                .isEqualTo("FULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "garbage", "text/html"})
    void whoDoesNotAcceptTheAnswerIsNotSignedUp(String accept) {
        String slug = "not-accepted-" + accept.replace('/', '-');
        api.publish(api.webinar(slug, webinar -> webinar.put("capacity", 1)));

        expect(
                406,
                api.post(
                        "/api/activities/" + slug + "/registrations",
                        Map.of("email", "a@example.org", "name", "Ana Example"),
                        "Accept",
                        accept));

        assertThat(api.get("/api/activities/" + slug)
                        .at("/registration/remaining")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void oneAddressTakesOnePlaceHoweverItIsWrittenAndTheAnswerDoesNotTell() {
        api.publish(
                api.webinar("same-person", webinar -> webinar.put("capacity", 2).put("waitlist", true)));

        assertThat(status("same-person", "Maria@Example.org")).isEqualTo("CONFIRMED");
        clock.letPass(java.time.Duration.ofSeconds(5));
        assertThat(status("same-person", "maria@example.ORG")).isEqualTo("CONFIRMED");
        assertThat(api.get("/api/activities/same-person")
                        .at("/registration/remaining")
                        .intValue())
                .isEqualTo(1);
        assertThat(occasions("same-person", "Maria@Example.org")).contains("\"repeated\": 2");
        assertThat(status("same-person", "maria@example.org")).isEqualTo("CONFIRMED");
        assertThat(occasions("same-person", "Maria@Example.org"))
                .as("signing somebody up again and again does not fill their mailbox")
                .contains("\"repeated\": 2");

        assertThat(status("same-person", "b@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("same-person", "maria@example.org"))
                .as("answered as a newcomer is at that moment")
                .isEqualTo("WAITLISTED");
    }

    @Test
    void sessionsHavePlacesOfTheirOwn() {
        var activity = api.publish(api.webinar("sessions", webinar -> {
            webinar.put("waitlist", true);
            var second = ((tools.jackson.databind.node.ObjectNode) webinar.at("/sessions/0")).deepCopy();
            second.put("capacity", 1);
            ((tools.jackson.databind.node.ArrayNode) webinar.get("sessions")).add(second);
        }));
        String open = activity.at("/sessions/0/id").stringValue();
        String small = activity.at("/sessions/1/id").stringValue();

        assertThat(choose("sessions", "a@example.org", small)).isEqualTo("CONFIRMED");
        assertThat(choose("sessions", "b@example.org", small)).isEqualTo("WAITLISTED");
        assertThat(choose("sessions", "c@example.org", open)).isEqualTo("CONFIRMED");
        assertThat(status("sessions", "d@example.org")).as("all of them").isEqualTo("WAITLISTED");
        expect(
                422,
                api.post(
                        "/api/activities/sessions/registrations",
                        Map.of(
                                "email", "e@example.org",
                                "name", "E",
                                "sessions",
                                        java.util.List.of(
                                                java.util.UUID.randomUUID().toString()))));
    }

    @Test
    void aKeyMakesARequestCountOnce() {
        api.publish(api.webinar("keyed", webinar -> webinar.put("capacity", 5)));
        String path = "/api/activities/keyed/registrations";
        Map<String, String> body = Map.of("email", "k@example.org", "name", "K");

        expect(202, api.post(path, body, "Idempotency-Key", "key-1"));
        clock.letPass(java.time.Duration.ofMinutes(1));
        expect(202, api.post(path, body, "Idempotency-Key", "key-1"));
        assertThat(occasions("keyed", "k@example.org")).doesNotContain("repeated");
        expect(422, api.post(path, Map.of("email", "k@example.org", "name", "Other"), "Idempotency-Key", "key-1"));
        expect(400, api.post(path, body, "Idempotency-Key", "a b"));
    }

    @Test
    void nobodySignsUpForWhatIsOverOrCancelled() {
        api.publish(api.webinar(
                "over",
                webinar -> ((tools.jackson.databind.node.ObjectNode) webinar.at("/sessions/0"))
                        .put("startsAt", "2020-03-01T14:00:00Z")
                        .put("endsAt", "2020-03-01T15:00:00Z")));
        api.publish(api.webinar("called-off", webinar -> {}));
        expect(
                200,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/called-off/cancellation",
                        Map.of("reason", "The speaker is ill")));

        expect(409, api.signUp("over", "a@example.org"));
        expect(409, api.signUp("called-off", "a@example.org"));
        assertThat(api.get("/api/activities/called-off")
                        .at("/cancellationReason")
                        .stringValue())
                .isEqualTo("The speaker is ill");
    }

    @Test
    void addressesMayBeWrittenInAnyScript() {
        api.publish(api.webinar("scripts", webinar -> {}));

        expect(202, api.signUp("scripts", "münchen@example.org"));
        expect(202, api.signUp("scripts", "用户@例子.example.org"));

        assertThat(database.sql("select count(*) from registration where email_key in (:keys)")
                        .param("keys", List.of("münchen@example.org", "用户@xn--fsqu00a.example.org"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "A"}                                                                  | email
            {"email": "a@example.org"}                                                     | name
            {"email": "nobody", "name": "A"}                                               | email
            {"email": "a@b@example.org", "name": "A"}                                      | email
            {"email": "a@example..org", "name": "A"}                                       | email
            {"email": "a@example.org\\r\\nBcc: b@example.org", "name": "A"}                | email
            {"email": "a@example.org", "name": "A\\r\\nBcc: b@example.org"}                | name
            {"email": "mün chen@example.org", "name": "A"}                                 | email
            {"email": "\\"münchen\\"@example.org", "name": "A"}                            | email
            {"email": "mün\\u202Echen@example.org", "name": "A"}                            | email
            {"email": "a@straße.example.org", "name": "A"}                                 | email
            {"email": "a@127.0.0.1", "name": "A"}                                          | email
            {"email": "a@example.org", "name": "A\\u202Egro.live"}                         | name
            {"email": "a@example.org", "name": "A", "country": "ß"}                        | country
            {"email": "a@example.org", "name": " "}                                        | name
            {"email": "a@example.org", "name": "A", "locale": "english"}                   | locale
            {"email": "a@example.org", "name": "A", "timeZone": "Mars/Olympus"}            | timeZone
            {"email": "a@example.org", "name": "A", "country": "Portugal"}                 | country
            {"email": "a@example.org", "name": "A", "sessions": ["first"]}                 | sessions[0]
            {"email": "a@example.org", "name": "A", "answers": {"diet": "vegetarian"}}     | answers
            {"email": "a@example.org", "name": "A", "vip": true}                           | vip
            """)
    void whatIsWrongIsNamed(String body, String field) {
        api.publish(api.webinar("strict-" + Math.abs(body.hashCode()), webinar -> {}));
        Api.Answer refused = expect(
                422, api.post("/api/activities/strict-" + Math.abs(body.hashCode()) + "/registrations", body.strip()));

        assertThat(refused.at("/errors").toString()).contains("\"" + field + "\"");
    }

    @Test
    void aBodyThatIsNoJsonChangesNothing() {
        api.publish(api.webinar("unread", webinar -> webinar.put("capacity", 1)));

        expect(400, api.post("/api/activities/unread/registrations", "{\"email\": "));
        expect(404, api.signUp("no-such-activity", "a@example.org"));
        expect(413, api.post("/api/activities/unread/registrations", "{\"name\": \"" + "x".repeat(200_000) + "\"}"));
        assertThat(api.get("/api/activities/unread")
                        .at("/registration/remaining")
                        .intValue())
                .isEqualTo(1);
    }

    private String status(String slug, String email) {
        return expect(202, api.signUp(slug, email)).at("/status").stringValue();
    }

    private String choose(String slug, String email, String session) {
        return expect(
                        202,
                        api.post(
                                "/api/activities/" + slug + "/registrations",
                                Map.of("email", email, "name", "C", "sessions", java.util.List.of(session))))
                .at("/status")
                .stringValue();
    }

    private String occasions(String slug, String email) {
        return database.sql("""
                select r.occasions::text from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", email)
                .query(String.class)
                .single();
    }
}
