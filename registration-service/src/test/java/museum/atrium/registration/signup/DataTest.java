package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever asks is told everything that is held about their registration, and nothing about anybody else's. */
@RegistrationTest
class DataTest {

    private static final String ASKED = """
            {"invitationOnly": true,
             "questions": [
               {"id": "field", "kind": "CHOICE", "label": {"en": "Your field", "fr": "Votre domaine"},
                "options": [{"id": "care", "label": {"en": "Conservation"}},
                            {"id": "schools", "label": {"en": "Education", "fr": "Médiation"}}]},
               {"id": "days", "kind": "CHOICES", "label": {"en": "Which days?"},
                "options": [{"id": "mon", "label": {"en": "Monday"}}, {"id": "tue", "label": {"en": "Tuesday"}},
                            {"id": "wed", "label": {"en": "Wednesday"}}]},
               {"id": "years", "kind": "NUMBER", "label": {"en": "Years of practice"}},
               {"id": "hope", "kind": "TEXT", "label": {"en": "What do you hope for?"}}],
             "consents": [
               {"id": "recording", "required": true, "text": {"en": "I agree to being recorded.", "fr": "Enregistrement accepté."}},
               {"id": "photo", "text": {"en": "I agree to photographs."}},
               {"id": "list", "text": {"en": "I want to be on the list."}}],
             "privacyNotice": {"text": {"en": "Example Network is responsible."}, "url": "https://network.example.org/privacy"},
             "asksAccessibilityNeeds": true}
            """;

    private static final String ANSWERED = """
            {"email": "Ana@example.org", "name": "Ana Example", "locale": "fr", "timeZone": "America/Bogota", "country": "CO",
             "affiliation": "City Museum",
             "answers": {"field": "schools", "days": ["mon", "wed"], "years": 7.5},
             "consents": {"recording": true, "photo": false}, "accessibilityNeeds": "Captions"}
            """;

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Test
    void allThatIsHeldIsToldInTheWordsThatWereAnswered() {
        Instant before = clock.instant();
        JsonNode activity = api.publish(asking("data-told"));
        String personal = code("data-told", Map.of("emails", List.of("ana@example.org")));
        String shared = code("data-told", Map.of("code", "OPEN-TO-MANY"));
        expect(202, signUp("data-told", ANSWERED, personal));
        expect(202, signUp("data-told", ANSWERED.replace("Ana", "Ben").replace("Captions", "A ramp"), shared));
        String session = activity.at("/sessions/0/id").stringValue();
        expect(303, api.form("/join/" + api.joinToken("data-told", "Ana@example.org") + "/" + session, ""));
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/data-told",
                        "{\"questions\": [], \"consents\": [], \"privacyNotice\": null}"));

        Api.Answer told = expect(200, api.get(path("data-told", "Ana@example.org")));

        assertThat(told.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(told.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"registration.json\"");
        assertThat(told.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        assertThat(told.at("/activity")).isEqualTo(json("""
                {"slug": "data-told", "kind": "WEBINAR", "title": "Prendre soin des collections"}
                """));
        assertThat(told.at("/person")).isEqualTo(json("""
                {"email": "Ana@example.org", "comparedAs": "ana@example.org", "name": "Ana Example", "locale": "fr",
                 "timeZone": "America/Bogota", "country": "CO", "affiliation": "City Museum"}
                """));
        assertThat(told.at("/chosen/all").booleanValue()).isTrue();
        assertThat(told.at("/chosen/sessions/0/id").stringValue()).isEqualTo(session);
        assertThat(told.at("/standing/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(instant(told, "/standing/confirmedAt")).isBetween(before, clock.instant());
        assertThat(instant(told, "/standing/registeredAt")).isBetween(before, clock.instant());
        assertThat(told.at("/happened").valueStream().map(one -> one.get("what").stringValue()))
                .containsExactly("confirmed");
        assertThat(told.at("/answered/formVersion").intValue()).isEqualTo(1);
        assertThat(instant(told, "/answered/at")).isBetween(before, clock.instant());
        assertThat(told.at("/answered/questions")).isEqualTo(json("""
                [{"id": "field", "kind": "CHOICE", "question": "Votre domaine", "answer": "schools", "options": ["Médiation"]},
                 {"id": "days", "kind": "CHOICES", "question": "Which days?", "answer": ["mon", "wed"],
                  "options": ["Monday", "Wednesday"]},
                 {"id": "years", "kind": "NUMBER", "question": "Years of practice", "answer": 7.5, "options": []},
                 {"id": "hope", "kind": "TEXT", "question": "What do you hope for?", "answer": null, "options": []}]
                """));
        assertThat(told.at("/answered/consents")).isEqualTo(json("""
                [{"id": "recording", "text": "Enregistrement accepté.", "required": true, "given": true},
                 {"id": "photo", "text": "I agree to photographs.", "required": false, "given": false},
                 {"id": "list", "text": "I want to be on the list.", "required": false, "given": null}]
                """));
        assertThat(told.at("/answered/privacyNotice")).isEqualTo(json("""
                {"text": "Example Network is responsible.", "url": "https://network.example.org/privacy"}
                """));
        assertThat(told.at("/answered/accessibilityNeeds").stringValue()).isEqualTo("Captions");
        assertThat(told.at("/invitation")).isEqualTo(json("{\"code\": \"" + personal + "\", \"personal\": true}"));
        assertThat(told.at("/attended")).hasSize(1);
        assertThat(told.at("/attended/0/session").stringValue()).isEqualTo(session);
        assertThat(told.at("/attended/0/title").stringValue()).isEqualTo("Prendre soin des collections");
        assertThat(instant(told, "/attended/0/joinedAt")).isBetween(before, clock.instant());
        assertThat(told.at("/elsewhere")
                        .valueStream()
                        .map(one -> one.get("where").stringValue()))
                .contains("notification-service", "recording-service");
        assertThat(told.body().toLowerCase(java.util.Locale.ROOT))
                .as("nothing of Ben's")
                .doesNotContain("ben", "ramp", "open-to-many");
    }

    @Test
    void whoWasAskedNothingAndWaitsIsToldSo() {
        api.publish(
                api.webinar("data-waits", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        expect(202, api.signUp("data-waits", "first@example.org"));
        expect(202, api.signUp("data-waits", "second@example.org"));
        clock.letPass(Duration.ofSeconds(3));
        expect(202, api.signUp("data-waits", "SECOND@example.org"));

        Api.Answer told = expect(200, api.get(path("data-waits", "second@example.org")));

        assertThat(told.at("/standing/status").stringValue()).isEqualTo("WAITLISTED");
        assertThat(told.at("/standing/placeInLine").isIntegralNumber()).isTrue();
        assertThat(told.at("/standing/confirmedAt").isNull()).isTrue();
        assertThat(told.at("/standing/repeatedAt").isString()).isTrue();
        assertThat(told.at("/happened").valueStream().map(one -> one.get("what").stringValue()))
                .containsExactly("waitlisted", "repeated");
        assertThat(told.at("/answered")).isEqualTo(json("""
                {"formVersion": 0, "at": null, "questions": [], "consents": [], "privacyNotice": null,
                 "accessibilityNeeds": null}
                """));
        assertThat(told.at("/invitation").isNull()).isTrue();
        assertThat(told.at("/attended")).isEmpty();
    }

    @Test
    void whoCancelledIsStillToldAndWhoIsErasedIsNot() {
        api.publish(api.webinar("cancelled-data", webinar -> {}));
        expect(202, api.signUp("cancelled-data", "gone@example.org"));
        String path = path("cancelled-data", "gone@example.org");
        String own = path.substring(0, path.lastIndexOf('/'));
        expect(204, api.call(HttpMethod.DELETE, own, null));
        assertThat(expect(200, api.get(path)).at("/standing/status").stringValue())
                .isEqualTo("CANCELLED");

        expect(404, api.get("/api/registrations/" + api.joinToken("cancelled-data", "gone@example.org") + "/data"));
        expect(202, api.post(own + "/erasure", null));
        expect(404, api.get(path));
    }

    @Test
    void thePageOffersItBesideTheErasure() {
        api.publish(api.webinar("data-page", webinar -> {}));
        expect(202, api.signUp("data-page", "p@example.org"));
        String path = path("data-page", "p@example.org");

        assertThat(expect(200, api.get(path.replace("/api", "").replace("/data", "")))
                        .body())
                .contains("href=\"" + path + "\">Download what is stored about me");
    }

    private ObjectNode asking(String slug) {
        return api.webinar(slug, webinar -> {
            webinar.setAll((ObjectNode) json(ASKED));
            Map<String, Object> soon = Api.session(clock.instant().plus(Duration.ofMinutes(10)));
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(soon)));
        });
    }

    private String code(String slug, Map<String, Object> wanted) {
        return expect(201, api.organizer(HttpMethod.POST, "/activities/" + slug + "/codes", wanted))
                .at("/items/0/code")
                .stringValue();
    }

    private Api.Answer signUp(String slug, String request, String code) {
        return api.post("/api/activities/" + slug + "/registrations", ((ObjectNode) json(request)).put("code", code));
    }

    private String path(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email) + "/data";
    }

    private static Instant instant(Api.Answer answer, String pointer) {
        return Instant.parse(answer.at(pointer).stringValue());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
