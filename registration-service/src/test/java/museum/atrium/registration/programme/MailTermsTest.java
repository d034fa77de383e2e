package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@RegistrationTest
class MailTermsTest {

    private static final String PATH = "/activities/fewer-mails";

    @Autowired
    Api api;

    @Test
    void everythingIsSentUntilTheOrganiserWantsLess() {
        api.publish(api.webinar("fewer-mails", webinar -> {}));
        assertThat(mails().toString())
                .isEqualTo("{\"afterAttending\":true,\"afterMissing\":true,\"certificate\":true,\"recording\":true,"
                        + "\"survey\":null}");

        expect(200, patch(Map.of("afterMissing", false, "survey", "https://surveys.example.org/1")));
        expect(200, patch(Map.of("recording", false)));

        assertThat(mails().toString())
                .isEqualTo("{\"afterAttending\":true,\"afterMissing\":false,\"certificate\":true,\"recording\":false,"
                        + "\"survey\":\"https://surveys.example.org/1\"}");
    }

    @Test
    void aSurveyThatNobodyCouldOpenIsRefused() {
        api.publish(api.webinar("odd-survey", webinar -> {}));
        for (String odd :
                List.of("javascript:alert(1)", "surveys.example.org", "https://me:secret@example.org", "https://")) {
            Api.Answer refused = expect(
                    422,
                    api.organizer(HttpMethod.PATCH, "/activities/odd-survey", Map.of("mails", Map.of("survey", odd))));
            assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("mails.survey");
        }
    }

    private Api.Answer patch(Map<String, Object> mails) {
        return api.organizer(HttpMethod.PATCH, PATH, new HashMap<>(Map.of("mails", mails)));
    }

    private JsonNode mails() {
        return api.organizer(HttpMethod.GET, PATH, null).at("/mails");
    }
}
