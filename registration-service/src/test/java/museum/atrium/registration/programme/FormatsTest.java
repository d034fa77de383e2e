package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conferences with a choice, courses with modules, and what a reader of the programme is told of either. */
@RegistrationTest
class FormatsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void aConferenceShowsWhichOfItsSessionsClash() {
        Instant day = clock.instant().plus(Duration.ofDays(5));
        JsonNode conference = publish(
                "clashing",
                "CONFERENCE",
                session("Keynote", day, Duration.ofHours(1), Map.of()),
                session("Workshop A", day.plus(Duration.ofHours(1)), Duration.ofHours(2), Map.of()),
                session("Workshop B", day.plus(Duration.ofHours(2)), Duration.ofHours(2), Map.of()));
        String keynote = conference.at("/sessions/0/id").stringValue();
        String first = conference.at("/sessions/1/id").stringValue();
        String second = conference.at("/sessions/2/id").stringValue();

        Api.Answer shown = expect(200, api.get("/api/activities/clashing"));
        assertThat(shown.at("/sessions/0/clashesWith")).isEmpty();
        assertThat(shown.at("/sessions/1/clashesWith/0").stringValue()).isEqualTo(second);
        assertThat(shown.at("/sessions/2/clashesWith/0").stringValue()).isEqualTo(first);

        expect(202, signUp("clashing", "both@example.org", List.of(keynote, first, second)));
        expect(202, signUp("clashing", "one@example.org", List.of(keynote, first)));
        assertThat(own("clashing", "both@example.org").at("/sessions/1/clashesWith/0"))
                .isEqualTo(shown.at("/sessions/1/clashesWith/0"));
        assertThat(own("clashing", "one@example.org").at("/sessions/1/clashesWith"))
                .isEmpty();
        assertThat(page("clashing", "both@example.org")).contains("At the same time as “Workshop B”");
        assertThat(page("clashing", "one@example.org")).doesNotContain("At the same time");

        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + second, null));
        assertThat(own("clashing", "both@example.org").at("/sessions/1/clashesWith"))
                .as("what is cancelled is in nobody's way")
                .isEmpty();
    }

    @Test
    void aCourseTakesEnrolmentsWhileItRunsAndRemindsOfItsLiveModulesOnly() {
        Instant now = clock.instant();
        JsonNode course = publish(
                "course",
                "COURSE",
                session("Begun", now.minus(Duration.ofDays(2)), Duration.ofHours(1), Map.of()),
                session("Reading", now.minus(Duration.ofDays(1)), Duration.ofDays(60), Map.of("selfPaced", true)),
                session("Live", now.plus(Duration.ofDays(6)), Duration.ofHours(1), Map.of()));
        String reading = course.at("/sessions/1/id").stringValue();
        String live = course.at("/sessions/2/id").stringValue();

        assertThat(expect(200, api.get("/api/activities/course"))
                        .at("/registration/state")
                        .stringValue())
                .isEqualTo("OPEN");
        assertThat(expect(202, api.signUp("course", "late@example.org"))
                        .at("/status")
                        .stringValue())
                .isEqualTo("CONFIRMED");
        assertThat(remindersOf(live)).isEqualTo(3);
        assertThat(remindersOf(reading)).isZero();
        assertThat(own("course", "late@example.org").at("/sessions/2/clashesWith"))
                .as("a module in one's own time clashes with nothing")
                .isEmpty();
        assertThat(page("course", "late@example.org")).contains("at your own pace");

        String join = "/join/" + api.joinToken("course", "late@example.org") + "/";
        assertThat(expect(303, api.form(join + reading, "")).headers().getLocation())
                .hasToString("https://live.example.org/room");
        expect(409, api.form(join + live, ""));

        assertThat(expect(422, api.organizer(HttpMethod.PATCH, "/sessions/" + live, Map.of("selfPaced", true)))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("selfPaced");
    }

    @Test
    void languagesMaterialsPicturesAndAccessibilityAreShownToWhomTheyConcern() {
        var draft = api.webinar("rich", webinar -> {
            webinar.set(
                    "sessions",
                    JSON.valueToTree(List.of(session(
                            "Talk",
                            clock.instant().plus(Duration.ofDays(2)),
                            Duration.ofHours(1),
                            Map.of(
                                    "language", "de",
                                    "interpretation", List.of("en", "FR", "en"),
                                    "materials",
                                            List.of(
                                                    material("SLIDES", "Slides", "PUBLIC"),
                                                    material("HANDOUT", "Checklist", "REGISTRANTS")))))));
            webinar.set(
                    "cover",
                    JSON.valueToTree(Map.of(
                            "url",
                            "https://museum.example.org/cover.jpg",
                            "alt",
                            Map.of("en", "A vase", "fr", "Un vase"))));
            webinar.set(
                    "accessibility",
                    JSON.valueToTree(Map.of(
                            "offers", List.of("LIVE_CAPTIONS", "SIGN_LANGUAGE"), "note", Map.of("en", "Ask us."))));
            webinar.set(
                    "organizations",
                    JSON.valueToTree(List.of(Map.of(
                            "name", "City Museum",
                            "role", "HOST",
                            "website", "https://museum.example.org",
                            "logo",
                                    Map.of(
                                            "url",
                                            "https://museum.example.org/logo.svg",
                                            "alt",
                                            Map.of("en", "City Museum"))))));
        });
        JsonNode stored = api.publish(draft);
        expect(202, api.signUp("rich", "reader@example.org"));

        Api.Answer shown = expect(200, api.get("/api/activities/rich", "Accept-Language", "fr"));
        assertThat(shown.at("/cover/alt").stringValue()).isEqualTo("Un vase");
        assertThat(shown.at("/accessibility/offers").toString()).isEqualTo("[\"LIVE_CAPTIONS\",\"SIGN_LANGUAGE\"]");
        assertThat(shown.at("/organizations/0/logo/alt").stringValue()).isEqualTo("City Museum");
        assertThat(shown.at("/sessions/0/language").stringValue()).isEqualTo("de");
        assertThat(shown.at("/sessions/0/interpretation").toString()).isEqualTo("[\"en\",\"fr\"]");
        assertThat(shown.at("/sessions/0/materials")).hasSize(1);
        assertThat(shown.at("/sessions/0/materials/0/title").stringValue()).isEqualTo("Slides");
        assertThat(own("rich", "reader@example.org").at("/sessions/0/materials"))
                .hasSize(2);
        assertThat(page("rich", "reader@example.org")).contains("https://museum.example.org/Checklist.pdf");

        expect(200, api.organizer(HttpMethod.PATCH, "/activities/rich", Map.of("summary", Map.of("en", "New"))));
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + stored.at("/sessions/0/id").stringValue(),
                        Map.of("capacity", 20)));
        Api.Answer edited = expect(200, api.get("/api/activities/rich"));
        assertThat(edited.at("/cover/alt").stringValue()).as("left as it was").isEqualTo("A vase");
        assertThat(edited.at("/sessions/0/interpretation").toString()).isEqualTo("[\"en\",\"fr\"]");
        assertThat(edited.at("/sessions/0/materials")).hasSize(1);
    }

    @Test
    void whatCannotBeIsNamedFieldByField() {
        var draft = api.webinar("wrong", webinar -> {
            webinar.set(
                    "sessions",
                    JSON.valueToTree(List.of(session(
                            "Talk",
                            clock.instant().plus(Duration.ofDays(2)),
                            Duration.ofDays(800),
                            Map.of(
                                    "selfPaced",
                                    true,
                                    "language",
                                    "English",
                                    "interpretation",
                                    List.of("xx-yy-zz-1"),
                                    "materials",
                                    List.of(Map.of("title", Map.of(), "url", "ftp://example.org/x")))))));
            webinar.set("cover", JSON.valueToTree(Map.of("url", "javascript:alert(1)")));
            webinar.set("accessibility", JSON.valueToTree(Map.of("note", Map.of("en", ""))));
        });

        Api.Answer refused = expect(422, api.organizer(HttpMethod.POST, "/activities", draft));

        assertThat(refused.at("/errors").findValuesAsString("field"))
                .contains(
                        "sessions[0].endsAt",
                        "sessions[0].language",
                        "sessions[0].interpretation[0]",
                        "sessions[0].materials[0].kind",
                        "sessions[0].materials[0].title",
                        "sessions[0].materials[0].url",
                        "cover.url",
                        "cover.alt",
                        "accessibility.note.en");
    }

    private JsonNode publish(String slug, String kind, Map<?, ?>... sessions) {
        return api.publish(api.webinar(
                slug, draft -> draft.put("kind", kind).set("sessions", JSON.valueToTree(List.of(sessions)))));
    }

    private static Map<String, Object> session(
            String title, Instant start, Duration length, Map<String, Object> format) {
        Map<String, Object> session = new LinkedHashMap<>(Api.session(start));
        session.put("title", Map.of("en", title));
        session.put("endsAt", start.plus(length).toString());
        session.putAll(format);
        return session;
    }

    private static Map<String, Object> material(String kind, String title, String access) {
        return Map.of(
                "kind",
                kind,
                "title",
                Map.of("en", title),
                "url",
                "https://museum.example.org/" + title + ".pdf",
                "access",
                access);
    }

    private Api.Answer signUp(String slug, String email, List<String> sessions) {
        return api.post(
                "/api/activities/" + slug + "/registrations",
                Map.of("email", email, "name", "Ana Example", "sessions", sessions));
    }

    private Api.Answer own(String slug, String email) {
        return expect(200, api.get("/api/registrations/" + api.manageToken(slug, email)));
    }

    private String page(String slug, String email) {
        return expect(200, api.get("/registrations/" + api.manageToken(slug, email)))
                .body();
    }

    private int remindersOf(String session) {
        return database.sql(
                        "select count(*) from scheduled_tasks where task_name = 'reminder' and task_instance like ? || ':%'")
                .param(session)
                .query(Integer.class)
                .single();
    }
}
