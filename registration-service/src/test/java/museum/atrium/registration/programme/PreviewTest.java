package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A draft as everyone will see it, shown to organisers before. */
@RegistrationTest
class PreviewTest {

    private static final String RICH = """
            {"summary": {"en": "One hour.", "fr": "Une heure."}, "capacity": 40, "waitlist": true,
             "speakers": [{"name": "Ana Example", "affiliation": "City Museum", "country": "PT"}],
             "organizations": [{"name": "City Museum", "role": "HOST", "website": "https://museum.example.org"}],
             "cover": {"url": "https://museum.example.org/cover.jpg", "alt": {"en": "A vase", "fr": "Un vase"}},
             "accessibility": {"offers": ["LIVE_CAPTIONS"], "note": {"en": "Ask us."}},
             "questions": [{"id": "hope", "kind": "TEXT", "label": {"en": "What for?", "fr": "Pourquoi ?"}}],
             "consents": [{"id": "recording", "required": true, "text": {"en": "I agree to being recorded."}}],
             "privacyNotice": {"text": {"en": "Example Network is responsible."}}}
            """;

    @Autowired
    Api api;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "sl"})
    void whatIsShownBeforeIsWhatEveryoneSeesAfterThePublication(String language) {
        String slug = "preview-" + language;
        draft(slug);

        Api.Answer before = expect(200, preview(slug, language));

        assertThat(before.at("/status").stringValue()).isEqualTo("PUBLISHED");
        assertThat(before.at("/registration/state").stringValue()).isEqualTo("OPEN");
        assertThat(before.headers().getVary()).contains("Accept-Language");
        assertThat(before.body()).doesNotContain("live.example.org");
        expect(200, api.organizer(HttpMethod.POST, "/activities/" + slug + "/publication", null));
        Api.Answer after = expect(200, api.get("/api/activities/" + slug, "Accept-Language", language));
        assertThat(before.at("")).isEqualTo(after.at(""));
        assertThat(preview(slug, language).at("")).isEqualTo(after.at(""));
    }

    @Test
    void nothingIsPublishedByLooking() {
        draft("looked-at");

        expect(200, preview("looked-at", "en"));

        expect(404, api.get("/api/activities/looked-at"));
        Api.Answer stored = expect(200, api.organizer(HttpMethod.GET, "/activities/looked-at", null));
        assertThat(stored.at("/status").stringValue()).isEqualTo("DRAFT");
        assertThat(stored.at("/revision").longValue()).isEqualTo(1);
        expect(401, api.get("/api/organizer/activities/looked-at/preview"));
        expect(404, preview("unheard-of", "en"));
    }

    @Test
    void whatIsCancelledIsShownAsItIs() {
        draft("preview-called-off");
        expect(200, api.organizer(HttpMethod.POST, "/activities/preview-called-off/publication", null));
        expect(
                200,
                api.organizer(
                        HttpMethod.POST, "/activities/preview-called-off/cancellation", Map.of("reason", "Flood")));

        Api.Answer shown = expect(200, preview("preview-called-off", "en"));

        assertThat(shown.at("/cancellationReason").stringValue()).isEqualTo("Flood");
        assertThat(shown.at(""))
                .isEqualTo(api.get("/api/activities/preview-called-off", "Accept-Language", "en")
                        .at(""));
    }

    private void draft(String slug) {
        ObjectNode draft = api.webinar(
                slug, webinar -> webinar.setAll((ObjectNode) JsonMapper.shared().readTree(RICH)));
        expect(201, api.organizer(HttpMethod.POST, "/activities", draft));
    }

    private Api.Answer preview(String slug, String language) {
        String credentials = Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes());
        return api.get(
                "/api/organizer/activities/" + slug + "/preview",
                "Accept-Language",
                language,
                "Authorization",
                "Basic " + credentials);
    }
}
