package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is asked at sign-up, what is answered and agreed to, and what becomes of it when other things are asked. */
@RegistrationTest
class QuestionsTest {

    private static final String FORM = """
            {"questions": [
               {"id": "hope", "kind": "TEXT", "label": {"en": "What do you hope for?", "fr": "Qu’espérez-vous ?"}},
               {"id": "field", "kind": "CHOICE", "required": true, "label": {"en": "Your field"},
                "options": [{"id": "care", "label": {"en": "Conservation", "fr": "Conservation"}},
                            {"label": {"en": "Education", "fr": "Médiation"}}]},
               {"id": "days", "kind": "CHOICES", "label": {"en": "Which days?"},
                "options": [{"id": "mon", "label": {"en": "Monday"}}, {"id": "tue", "label": {"en": "Tuesday"}}]},
               {"id": "years", "kind": "NUMBER", "label": {"en": "Years of practice"}, "min": 0, "max": 80},
               {"kind": "DATE", "label": {"en": "Since when?"}}],
             "consents": [
               {"id": "recording", "required": true, "text": {"en": "I agree to being recorded."}},
               {"id": "photo", "text": {"en": "I agree to photographs."}}],
             "privacyNotice": {"text": {"en": "Example Network is responsible."}, "url": "https://network.example.org/privacy"},
             "asksAccessibilityNeeds": true}
            """;

    private static final Map<String, Object> AGREED = Map.of("recording", true);

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Test
    void whatIsAskedIsShownInTheReadersLanguageAndWhatIsAnsweredIsKept() {
        publish("asked");
        Api.Answer shown = expect(200, api.get("/api/activities/asked", "Accept-Language", "fr"));
        assertThat(shown.at("/questions/0/label").stringValue()).isEqualTo("Qu’espérez-vous ?");
        assertThat(shown.at("/questions/1/options/1").toString()).isEqualTo("{\"id\":\"o2\",\"label\":\"Médiation\"}");
        assertThat(shown.at("/questions/4/id").stringValue()).isEqualTo("q5");
        assertThat(shown.at("/consents/0/required").booleanValue()).isTrue();
        assertThat(shown.at("/privacyNotice/url").stringValue()).isEqualTo("https://network.example.org/privacy");

        Map<String, Object> answers =
                Map.of("hope", "Ideas", "field", "o2", "days", List.of("tue", "mon"), "years", 7.5, "q5", "2019-02-28");
        expect(202, signUp("asked", "ana@example.org", answers, Map.of("recording", true, "photo", false), "Captions"));

        Api.Answer own = own("asked", "ana@example.org");
        assertThat(own.at("/answers"))
                .isEqualTo(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(answers)));
        assertThat(own.at("/consents").toString()).isEqualTo("{\"photo\":false,\"recording\":true}");
        assertThat(own.at("/accessibilityNeeds").stringValue()).isEqualTo("Captions");
        assertThat(own.at("/formVersion").intValue()).isEqualTo(1);
        JsonNode seenByOrganiser = api.organizer(HttpMethod.GET, "/activities/asked/registrations", null)
                .at("/items/0");
        assertThat(seenByOrganiser.at("/answers/hope").stringValue()).isEqualTo("Ideas");
        assertThat(seenByOrganiser.at("/accessibilityNeeds").stringValue()).isEqualTo("Captions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"field\": \"care\", \"hope\": 5}                     | true | answers.hope",
                "{\"field\": \"care\", \"hope\": \"a\\u0000b\"}         | true | answers.hope",
                "{}                                                    | true | answers.field",
                "{\"field\": \"law\"}                                  | true | answers.field",
                "{\"field\": [\"care\"]}                               | true | answers.field",
                "{\"field\": \"care\", \"days\": \"mon\"}              | true | answers.days",
                "{\"field\": \"care\", \"days\": [\"mon\", \"mon\"]}   | true | answers.days",
                "{\"field\": \"care\", \"years\": 81}                   | true | answers.years",
                "{\"field\": \"care\", \"years\": \"7\"}               | true | answers.years",
                "{\"field\": \"care\", \"years\": 1e400}                | true | answers.years",
                "{\"field\": \"care\", \"q5\": \"2027-02-30\"}         | true | answers.q5",
                "{\"field\": \"care\", \"shoe\": 44}                    | true | answers.shoe",
                "{\"field\": \"care\"}                                 | false | consents.recording",
                "{\"field\": \"care\"}                                 | -    | consents.recording"
            })
    void anAnswerThatDoesNotFitIsNamedAndNothingIsStored(String answers, String agreed, String field) {
        publishOnce("fitting");
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.put("email", "misfit@example.org").put("name", "Misfit");
        request.set("answers", JsonMapper.shared().readTree(answers));
        if (agreed != null) {
            request.putObject("consents").put("recording", Boolean.parseBoolean(agreed));
        }

        Api.Answer refused = expect(422, api.post("/api/activities/fitting/registrations", request));

        assertThat(refused.at("/errors").findValuesAsString("field")).containsExactly(field);
        Map<String, Object> together = Map.of(
                "people",
                List.of(
                        Map.of(
                                "email",
                                "fits@example.org",
                                "name",
                                "Fits",
                                "answers",
                                Map.of("field", "care"),
                                "consents",
                                AGREED),
                        request));
        Api.Answer group = expect(422, api.post("/api/activities/fitting/group-registrations", together));
        assertThat(group.at("/errors").findValuesAsString("field")).containsExactly("people[1]." + field);
        assertThat(registered("fitting")).isZero();
    }

    @Test
    void whoSignedUpBeforeAnotherThingWasAskedKeepsTheirAnswersAndWhatTheyAnsweredIsKnown() {
        publish("versions");
        expect(202, signUp("versions", "first@example.org", Map.of("field", "care"), AGREED, null));
        expect(
                200,
                api.organizer(HttpMethod.PATCH, "/activities/versions", Map.of("summary", Map.of("en", "Other text"))));
        assertThat(own("versions", "first@example.org").at("/formVersion").intValue())
                .as("only what is asked makes a version")
                .isEqualTo(1);

        Api.Answer edited = expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/versions",
                        "{\"questions\": [{\"id\": \"diet\", \"kind\": \"TEXT\", \"required\": true, \"label\": {\"en\": \"Diet\"}}]}"));
        assertThat(edited.at("/formVersion").intValue()).isEqualTo(2);
        assertThat(edited.at("/consents")).as("left as they were").hasSize(2);

        expect(422, signUp("versions", "late@example.org", Map.of("field", "care"), AGREED, null));
        expect(202, signUp("versions", "late@example.org", Map.of("diet", "vegan"), AGREED, null));
        assertThat(own("versions", "late@example.org").at("/formVersion").intValue())
                .isEqualTo(2);
        Api.Answer first = own("versions", "first@example.org");
        assertThat(first.at("/answers/field").stringValue()).isEqualTo("care");
        assertThat(first.at("/formVersion").intValue()).isEqualTo(1);
        assertThat(database.sql("""
                select f.form->'questions'->1->>'id' from sign_up_form f join activity a on a.id = f.activity_id
                where a.slug = 'versions' and f.version = 1
                """).query(String.class).single())
                .as("what they were asked")
                .isEqualTo("field");
        expect(200, change("versions", "first@example.org", Map.of("name", "New Name")));
        assertThat(own("versions", "first@example.org").at("/formVersion").intValue())
                .as("a new name is no new answer")
                .isEqualTo(1);
    }

    @Test
    void answersCanBeChangedAndAConsentTakenBackWhereItIsNotNeeded() {
        publish("mind");
        expect(
                202,
                signUp(
                        "mind",
                        "ana@example.org",
                        Map.of("field", "care"),
                        Map.of("recording", true, "photo", true),
                        null));

        expect(200, change("mind", "ana@example.org", Map.of("consents", Map.of("recording", true, "photo", false))));
        expect(
                200,
                change(
                        "mind",
                        "ana@example.org",
                        Map.of("answers", Map.of("field", "o2"), "accessibilityNeeds", "A ramp")));
        assertThat(own("mind", "ana@example.org").at("/consents/photo").booleanValue())
                .isFalse();
        assertThat(own("mind", "ana@example.org").at("/answers/field").stringValue())
                .isEqualTo("o2");
        assertThat(expect(422, change("mind", "ana@example.org", Map.of("consents", Map.of("recording", false))))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("consents.recording");
        expect(422, change("mind", "ana@example.org", Map.of("consents", Map.of("recording", "yes"))));
        assertThat(expect(422, api.post("/api/activities/mind/registrations", """
                        {"email": "b@example.org", "name": "B", "answers": {"field": "care"},
                         "consents": {"recording": true, "photo": null}}"""))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("consents.photo");
        expect(422, change("mind", "ana@example.org", Map.of("answers", List.of())));
        expect(422, change("mind", "ana@example.org", Map.of("answers", Map.of("field", "law"))));
        assertThat(own("mind", "ana@example.org").at("/answers/field").stringValue())
                .isEqualTo("o2");
    }

    @Test
    void whatCannotBeAskedIsNamedFieldByField() {
        ObjectNode draft = api.webinar(
                "unasked",
                webinar -> webinar.setAll((ObjectNode) JsonMapper.shared().readTree("""
                {"questions": [
                   {"id": "Two Words", "label": {}},
                   {"id": "a", "kind": "CHOICE", "label": {"en": "A"}, "options": [{"label": {"en": "only"}}]},
                   {"id": "a", "kind": "TEXT", "label": {"en": "B"}, "min": 1, "options": [{"label": {"en": "x"}}, {"label": {"en": "y"}}]},
                   {"kind": "NUMBER", "label": {"en": "C"}, "min": 5, "max": 4}],
                 "consents": [{"text": {}}], "privacyNotice": {"url": "nowhere"}}
                """)));

        Api.Answer refused = expect(422, api.organizer(HttpMethod.POST, "/activities", draft));

        assertThat(refused.at("/errors").findValuesAsString("field").stream().collect(Collectors.toSet()))
                .contains(
                        "questions[0].id",
                        "questions[0].kind",
                        "questions[0].label",
                        "questions[1].options",
                        "questions[2].id",
                        "questions[2].min",
                        "questions[2].options",
                        "questions[3].max",
                        "consents[0].text",
                        "privacyNotice.text",
                        "privacyNotice.url");
    }

    private void publishOnce(String slug) {
        if (api.get("/api/activities/" + slug).status() == 404) {
            publish(slug);
        }
    }

    private void publish(String slug) {
        api.publish(api.webinar(
                slug, webinar -> webinar.setAll((ObjectNode) JsonMapper.shared().readTree(FORM))));
    }

    private Api.Answer signUp(
            String slug,
            String email,
            Map<String, Object> answers,
            Map<String, Object> consents,
            @org.jspecify.annotations.Nullable String needs) {
        ObjectNode request = JsonMapper.shared().createObjectNode();
        request.put("email", email).put("name", "Ana Example").put("accessibilityNeeds", needs);
        request.set("answers", JsonMapper.shared().valueToTree(answers));
        request.set("consents", JsonMapper.shared().valueToTree(consents));
        return api.post("/api/activities/" + slug + "/registrations", request);
    }

    private Api.Answer change(String slug, String email, Map<String, Object> changes) {
        return api.call(HttpMethod.PATCH, "/api/registrations/" + api.manageToken(slug, email), changes);
    }

    private Api.Answer own(String slug, String email) {
        return expect(200, api.get("/api/registrations/" + api.manageToken(slug, email)));
    }

    private int registered(String slug) {
        return database.sql(
                        "select count(*) from registration r join activity a on a.id = r.activity_id where a.slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }
}
