package museum.atrium.registration.statistics;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An activity and a series in numbers, against audiences that are small enough to count by hand. */
@RegistrationTest
class StatisticsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void everybodyIsCountedOnceByStatusCountryAndLanguage() {
        api.publish(api.webinar("counted", webinar -> webinar.put("capacity", 3).put("waitlist", true)));
        signUp("counted", "eve", "DE", "de", null);
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token("counted", "eve"), null));
        signUp("counted", "ana", "PT", "pt", null);
        signUp("counted", "ben", "PT", "en", null);
        signUp("counted", "cleo", null, "pt", null);
        signUp("counted", "dora", "FR", "pt-BR", null);
        expect(
                202,
                api.post(
                        "/api/registrations/" + token("counted", "ana") + "/transfer",
                        Map.of("email", "taker@example.org", "name", "T")));

        JsonNode statistics = statistics("counted", "");

        assertThat(statistics.at("/registrations"))
                .as("who is only offered somebody else's place is nobody yet")
                .isEqualTo(JSON.readTree(
                        "{\"pending\":0,\"interested\":0,\"confirmed\":3,\"waitlisted\":1,\"cancelled\":1}"));
        assertThat(statistics.at("/countries")).isEqualTo(JSON.readTree("""
                [{"country":"PT","registrations":2},{"country":"FR","registrations":1},{"country":null,"registrations":1}]"""));
        assertThat(statistics.at("/languages")).isEqualTo(JSON.readTree("""
                [{"language":"pt","registrations":2},{"language":"en","registrations":1},{"language":"pt-BR","registrations":1}]"""));
        assertThat(statistics.at("/timeZone").stringValue())
                .as("the first session's")
                .isEqualTo("Europe/Paris");
        assertThat(statistics
                        .at("/days")
                        .valueStream()
                        .mapToInt(day -> day.at("/registered").intValue())
                        .sum())
                .isEqualTo(5);
        assertThat(statistics.at("/form"))
                .isEqualTo(JSON.readTree("{\"version\":0,\"answeredBy\":0,\"questions\":[],\"consents\":[]}"));
        assertThat(statistics.toString()).doesNotContain("example.org", "Somebody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Paris      | 2027-01-02,2,2,1 2027-01-03,1,3,0",
                "UTC               | 2027-01-01,1,1,0 2027-01-02,1,2,1 2027-01-03,1,3,0",
                "America/New_York  | 2027-01-01,2,2,1 2027-01-03,1,3,0",
                "Asia/Kathmandu    | 2027-01-02,2,2,1 2027-01-04,1,3,0",
                "Pacific/Kiritimati| 2027-01-02,2,2,1 2027-01-04,1,3,0"
            })
    void aDayIsOneOfTheZoneThatIsAskedFor(String zone, String days) {
        String slug = "days-" + zone.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "-");
        api.publish(api.webinar(slug, webinar -> {}));
        List.of("late", "night", "noon").forEach(person -> signUp(slug, person, null, "en", null));
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token(slug, "night"), null));
        registeredAt(slug, "late", "2027-01-01T23:30:00Z");
        registeredAt(slug, "night", "2027-01-02T04:45:00Z");
        registeredAt(slug, "noon", "2027-01-03T18:15:00Z");

        Api.Answer table = expect(200, get("/activities/" + slug + "/statistics?timeZone=" + zone, "text/csv"));

        assertThat(table.body())
                .isEqualTo("day,registered,registeredInTotal,cancelledSince\r\n" + days.replace(" ", "\r\n") + "\r\n");
        assertThat(table.headers().getContentType()).hasToString("text/csv;charset=UTF-8");
        assertThat(table.headers().getContentDisposition().getFilename()).isEqualTo(slug + "-days.csv");
        assertThat(statistics(slug, "?timeZone=" + zone)
                        .at("/days")
                        .valueStream()
                        .map(day -> day.at("/day").stringValue() + "," + day.at("/registered") + ","
                                + day.at("/registeredInTotal") + "," + day.at("/cancelledSince")))
                .containsExactly(days.split(" "));
    }

    @Test
    void whoWasAbsentIsCountedOnceItIsSettledForEachSession() {
        Instant start = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode activity = api.publish(api.webinar(
                "sat-through",
                webinar -> webinar.put("capacity", 3)
                        .put("waitlist", true)
                        .set(
                                "sessions",
                                JSON.valueToTree(List.of(
                                        Api.session(start.plus(3, ChronoUnit.HOURS)),
                                        Api.session(start),
                                        Api.session(start.plus(1, ChronoUnit.DAYS)))))));
        String later = activity.at("/sessions/0/id").stringValue();
        String first = activity.at("/sessions/1/id").stringValue();
        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/sessions/" + activity.at("/sessions/2/id").stringValue(),
                        null));
        signUp("sat-through", "ana", null, "en", null);
        signUp("sat-through", "ben", null, "en", List.of(first, later));
        signUp("sat-through", "cleo", null, "en", List.of(later));
        signUp("sat-through", "dora", null, "en", null);
        signUp("sat-through", "finn", null, "en", List.of(first));
        clock.letPass(Duration.ofMinutes(61));
        came(first, "sat-through", "ana", 31);
        came(first, "sat-through", "ben", null);

        JsonNode open = statistics("sat-through", "");
        assertThat(open.at("/sessions")
                        .valueStream()
                        .map(session -> session.at("/id").stringValue()))
                .as("those that take place, earliest first")
                .containsExactly(first, later);
        assertThat(open.at("/sessions/0/attendance"))
                .isEqualTo(JSON.readTree("{\"chosen\":2,\"attended\":2,\"absent\":null,\"shareAttended\":null}"));
        assertThat(open.at("/sessions/0/waiting").intValue()).isEqualTo(2);
        assertThat(open.at("/sessions/1/waiting").intValue()).isEqualTo(1);
        assertThat(open.at("/sessions/0/minutesKnown").intValue()).isEqualTo(1);
        assertThat(open.at("/sessions/0/averageMinutes").doubleValue()).isEqualTo(31.0);

        clock.letPass(Duration.ofHours(3));
        came(later, "sat-through", "ana", 20);
        came(later, "sat-through", "ben", 45);
        settle(later);
        JsonNode half = statistics("sat-through", "");
        assertThat(half.at("/sessions/1/attendance"))
                .isEqualTo(JSON.readTree("{\"chosen\":3,\"attended\":2,\"absent\":1,\"shareAttended\":0.6667}"));
        assertThat(half.at("/sessions/1/averageMinutes").doubleValue()).isEqualTo(32.5);

        settle(first);
        assertThat(statistics("sat-through", "").at("/attendance"))
                .isEqualTo(JSON.readTree("{\"chosen\":3,\"attended\":2,\"absent\":1,\"shareAttended\":0.6667}"));
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token("sat-through", "finn"), null));
        assertThat(statistics("sat-through", "").at("/sessions/0/waiting").intValue())
                .isEqualTo(1);
    }

    @Test
    void choicesAreCountedAsTheyAreAskedNowAndNobodysOwnWords() {
        api.publish(api.webinar(
                "counted-choices", webinar -> webinar.setAll((ObjectNode) JSON.readTree(form("Your field")))));
        answer("counted-choices", "early", Map.of("field", "care"), Map.of("recording", true, "photo", true));
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/counted-choices", form("Which field is yours?")));
        answer(
                "counted-choices",
                "ana",
                Map.of("field", "care", "days", List.of("mon", "tue")),
                Map.of("recording", true));
        answer(
                "counted-choices",
                "ben",
                Map.of("field", "learn", "days", List.of("tue"), "hope", "Very private hopes"),
                Map.of("recording", true, "photo", false));
        answer(
                "counted-choices",
                "cleo",
                Map.of("field", "care", "days", List.of()),
                Map.of("recording", true, "photo", true));
        answer("counted-choices", "left", Map.of("field", "care"), Map.of("recording", true));
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token("counted-choices", "left"), null));

        JsonNode form = statistics("counted-choices", "").at("/form");

        assertThat(form.at("/version").intValue()).isEqualTo(2);
        assertThat(form.at("/answeredBy").intValue()).isEqualTo(3);
        assertThat(form.at("/questions")
                        .valueStream()
                        .map(question -> question.at("/id").stringValue() + " " + question.at("/answered")
                                + question.at("/options")
                                        .valueStream()
                                        .map(option ->
                                                " " + option.at("/id").stringValue() + "=" + option.at("/chosen"))
                                        .toList()))
                .containsExactly("field 3[ care=2,  learn=1,  law=0]", "days 2[ mon=1,  tue=2]");
        assertThat(form.at("/questions/0/label/en").stringValue()).isEqualTo("Which field is yours?");
        assertThat(form.at("/consents")).isEqualTo(JSON.readTree("""
                [{"id":"recording","text":{"en":"I agree to being recorded."},"given":3,"refused":0},\
                {"id":"photo","text":{"en":"I agree to photographs."},"given":1,"refused":1}]"""));
        assertThat(form.toString()).doesNotContain("private");
    }

    @Test
    void whatNobodyKnowsOfYetIsCountedAsNothing() {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/activities", api.webinar("empty", webinar -> webinar.remove("sessions"))));

        JsonNode undated = statistics("empty", "");

        assertThat(undated.at("/timeZone").stringValue()).isEqualTo("UTC");
        assertThat(undated.at("/days")).isEmpty();
        assertThat(undated.at("/countries")).isEmpty();
        assertThat(undated.at("/sessions")).isEmpty();
        assertThat(undated.at("/attendance"))
                .isEqualTo(JSON.readTree("{\"chosen\":0,\"attended\":0,\"absent\":null,\"shareAttended\":null}"));
        JsonNode published = api.publish(api.webinar("nobody-yet", webinar -> {}));
        assertThat(statistics("nobody-yet", "").at("/sessions/0/id")).isEqualTo(published.at("/sessions/0/id"));
        assertThat(statistics("nobody-yet", "").at("/sessions/0/averageMinutes").isNull())
                .isTrue();
        assertThat(expect(200, get("/activities/empty/statistics", "text/csv")).body())
                .isEqualTo("day,registered,registeredInTotal,cancelledSince\r\n");
    }

    @Test
    void whatCannotBeCountedIsSaid() {
        api.publish(api.webinar("askable", webinar -> {}));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/series", Map.of("slug", "askable-series", "title", Map.of("en", "Series"))));

        for (String zone : List.of("Nowhere", "GMT%2B25", "")) {
            Api.Answer refused =
                    expect(422, api.organizer(HttpMethod.GET, "/activities/askable/statistics?timeZone=" + zone, null));
            assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("timeZone");
        }
        expect(422, api.organizer(HttpMethod.GET, "/series/askable-series/statistics?timeZone=Nowhere", null));
        expect(404, api.organizer(HttpMethod.GET, "/activities/unheard-of/statistics", null));
        expect(404, get("/activities/unheard-of/statistics", "text/csv"));
        expect(404, api.organizer(HttpMethod.GET, "/activities/askable-series/statistics", null));
        expect(404, api.organizer(HttpMethod.GET, "/series/askable/statistics", null));
        expect(404, api.organizer(HttpMethod.GET, "/series/askable/subscriptions", null));
        expect(401, api.get("/api/organizer/activities/askable/statistics"));
        expect(401, api.get("/api/organizer/series/askable-series/statistics"));
        expect(401, api.get("/api/organizer/series/askable-series/subscriptions"));
        assertThat(expect(200, get("/activities/askable/statistics", "*/*")).json())
                .as("who has no wish gets JSON")
                .isNotNull();
    }

    @Test
    void aSeriesCountsAndListsWhoSubscribesToIt() {
        expect(
                201,
                api.organizer(HttpMethod.POST, "/series", Map.of("slug", "followed", "title", Map.of("en", "Series"))));
        api.publish(api.webinar("of-followed", webinar -> webinar.put("series", "followed")));
        for (String person : List.of("ana", "ben", "cleo", "dora")) {
            expect(
                    202,
                    api.post(
                            "/api/series/followed/subscriptions",
                            Map.of("email", person + "@example.org", "locale", person.equals("ana") ? "pt" : "en")));
        }
        for (String person : List.of("ana", "ben", "cleo")) {
            expect(200, api.post("/api/registrations/" + token("followed", person) + "/confirmation", null));
        }
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token("followed", "cleo"), null));
        signUp("of-followed", "ana", null, "pt", null);
        registeredAt("followed", "ana", "2027-01-01T23:30:00Z");
        registeredAt("followed", "ben", "2027-01-02T12:00:00Z");
        registeredAt("followed", "cleo", "2027-01-02T13:00:00Z");
        registeredAt("followed", "dora", "2027-01-03T12:00:00Z");

        JsonNode statistics = expect(
                        200, api.organizer(HttpMethod.GET, "/series/followed/statistics?timeZone=Europe/Paris", null))
                .at("");
        assertThat(statistics.at("/subscribers").intValue()).isEqualTo(2);
        assertThat(statistics.at("/pending").intValue()).isEqualTo(1);
        assertThat(statistics.at("/ended").intValue()).isEqualTo(1);
        assertThat(statistics.at("/days")).isEqualTo(JSON.readTree("""
                [{"day":"2027-01-02","registered":3,"registeredInTotal":3,"cancelledSince":1},\
                {"day":"2027-01-03","registered":1,"registeredInTotal":4,"cancelledSince":0}]"""));
        assertThat(statistics("of-followed", "").at("/registrations/interested").intValue())
                .as("a subscription is no registration for an activity of the series")
                .isZero();

        Api.Answer page = subscriptions("?status=interested&limit=1");
        assertThat(page.at("/items/0/email").stringValue()).isEqualTo("ana@example.org");
        Api.Answer next = subscriptions(
                "?status=interested&limit=1&cursor=" + page.at("/next").stringValue());
        assertThat(next.at("/items/0/email").stringValue()).isEqualTo("ben@example.org");
        assertThat(next.at("/next").isNull()).isTrue();
        assertThat(subscriptions("")
                        .at("/items")
                        .valueStream()
                        .map(one -> one.at("/status").stringValue()))
                .containsExactly("INTERESTED", "INTERESTED", "CANCELLED", "PENDING");
        expect(400, api.organizer(HttpMethod.GET, "/series/followed/subscriptions?limit=0", null));
        expect(400, api.organizer(HttpMethod.GET, "/series/followed/subscriptions?status=asleep", null));
        expect(400, api.organizer(HttpMethod.GET, "/series/followed/subscriptions?cursor=!", null));
    }

    private static String form(String label) {
        return """
                {"questions": [
                   {"id": "hope", "kind": "TEXT", "label": {"en": "What do you hope for?"}},
                   {"id": "field", "kind": "CHOICE", "required": true, "label": {"en": "%s"},
                    "options": [{"id": "care", "label": {"en": "Conservation"}}, {"id": "learn", "label": {"en": "Learning"}},
                                {"id": "law", "label": {"en": "Law"}}]},
                   {"id": "days", "kind": "CHOICES", "label": {"en": "Which days?"},
                    "options": [{"id": "mon", "label": {"en": "Monday"}}, {"id": "tue", "label": {"en": "Tuesday"}}]}],
                 "consents": [
                   {"id": "recording", "required": true, "text": {"en": "I agree to being recorded."}},
                   {"id": "photo", "text": {"en": "I agree to photographs."}}]}
                """.formatted(label);
    }

    private void signUp(
            String slug, String person, @Nullable String country, String language, @Nullable List<String> sessions) {
        Map<String, Object> body =
                new HashMap<>(Map.of("email", person + "@example.org", "name", "Somebody", "locale", language));
        if (country != null) {
            body.put("country", country);
        }
        if (sessions != null) {
            body.put("sessions", sessions);
        }
        expect(202, api.post("/api/activities/" + slug + "/registrations", body));
    }

    private void answer(String slug, String person, Map<String, Object> answers, Map<String, Boolean> consents) {
        expect(
                202,
                api.post(
                        "/api/activities/" + slug + "/registrations",
                        Map.of(
                                "email",
                                person + "@example.org",
                                "name",
                                "Somebody",
                                "answers",
                                answers,
                                "consents",
                                consents)));
    }

    private void came(String session, String slug, String person, @Nullable Integer minutes) {
        String registration = database.sql("""
                select r.id::text from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", person + "@example.org")
                .query(String.class)
                .single();
        expect(
                204,
                api.organizer(
                        HttpMethod.PUT,
                        "/sessions/" + session + "/attendance/" + registration,
                        minutes == null ? null : Map.of("minutes", minutes)));
    }

    private void settle(String session) {
        expect(200, api.organizer(HttpMethod.POST, "/sessions/" + session + "/attendance/settlement", null));
    }

    private void registeredAt(String slug, String person, String instant) {
        database.sql("""
                update registration r set registered_at = :at from activity a
                where a.id = r.activity_id and a.slug = :slug and r.email = :email
                """)
                .param("at", OffsetDateTime.parse(instant))
                .param("slug", slug)
                .param("email", person + "@example.org")
                .update();
    }

    private String token(String slug, String person) {
        return api.manageToken(slug, person + "@example.org");
    }

    private JsonNode statistics(String slug, String query) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/statistics" + query, null))
                .at("");
    }

    private Api.Answer subscriptions(String query) {
        return expect(200, api.organizer(HttpMethod.GET, "/series/followed/subscriptions" + query, null));
    }

    private Api.Answer get(String path, String accepted) {
        String credentials = Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes());
        return api.get("/api/organizer" + path, "Accept", accepted, "Authorization", "Basic " + credentials);
    }
}
