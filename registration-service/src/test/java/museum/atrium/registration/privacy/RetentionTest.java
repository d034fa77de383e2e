package museum.atrium.registration.privacy;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.programme.ActivityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an activity has of people goes by itself when its period is over, and what was counted stays. */
@RegistrationTest
class RetentionTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    ExpiryTasks tasks;

    @Autowired
    Expiring expiring;

    @Test
    void whatAnActivityHasOfPeopleGoesAndItsStatisticsStayAsTheyWere() {
        Instant start = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode activity = api.publish(api.webinar("kept-a-day", webinar -> {
            webinar.put("retention", "P1D").put("capacity", 2).put("waitlist", true);
            webinar.set("certificates", JSON.valueToTree(Map.of("minimumPercent", 50)));
            webinar.set(
                    "sessions",
                    JSON.valueToTree(List.of(Api.session(start), Api.session(start.plus(2, ChronoUnit.HOURS)))));
            webinar.setAll((ObjectNode) JSON.readTree("""
                    {"questions": [{"id": "field", "kind": "CHOICE", "label": {"en": "Your field"},
                       "options": [{"id": "care", "label": {"en": "Conservation"}}, {"id": "law", "label": {"en": "Law"}}]}],
                     "consents": [{"id": "recording", "text": {"en": "I agree to being recorded."}}]}
                    """));
        }));
        String first = activity.at("/sessions/0/id").stringValue();
        signUp("left", Map.of("country", "DE"));
        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + token("left"), null));
        signUp(
                "ana",
                Map.of("country", "PT", "answers", Map.of("field", "care"), "consents", Map.of("recording", true)));
        signUp("ben", Map.of("locale", "fr", "sessions", List.of(first), "answers", Map.of("field", "law")));
        signUp("cleo", Map.of("consents", Map.of("recording", false)));
        String calendar = "/api/registrations/calendars/" + api.feedToken("cleo@kept.example.org") + ".ics";
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/kept-a-day/speakers",
                        Map.of("name", "Dora Speaker", "email", "dora@kept.example.org")));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/kept-a-day/codes",
                        Map.of("emails", List.of("eve@kept.example.org"))));
        clock.letPass(Duration.ofHours(6));
        came(first, "ana", 60);
        came(activity.at("/sessions/1/id").stringValue(), "ana", 90);
        for (JsonNode session : activity.at("/sessions")) {
            expect(
                    200,
                    api.organizer(
                            HttpMethod.POST,
                            "/sessions/" + session.at("/id").stringValue() + "/attendance/settlement",
                            null));
        }
        String certificate = eventuallyCertified("kept-a-day");
        String own = "/registrations/" + token("ana");
        assertThat(expect(200, api.get(own)).body()).contains("is deleted from");
        JsonNode before = statistics("kept-a-day");
        assertThat(before.at("/registrations").toString())
                .isEqualTo("{\"pending\":0,\"interested\":0,\"confirmed\":2,\"waitlisted\":1,\"cancelled\":1}");

        tasks.expire(() -> false);
        assertThat(registrations("kept-a-day")).as("its day is not over").hasSize(4);
        clock.letPass(Duration.ofHours(30));
        tasks.expire(() -> false);

        assertThat(registrations("kept-a-day")).isEmpty();
        eventually(() -> assertThat(new Traced(database).tablesWith("@kept.example.org"))
                .as("the last to let go is the outbox")
                .isEmpty());
        assertThat(statistics("kept-a-day")).isEqualTo(before);
        JsonNode report = report("kept-a-day");
        assertThat(report.at("/subject").stringValue()).isEqualTo("ACTIVITY");
        assertThat(report.at("/account").isNull()).isTrue();
        assertThat(report.at("/registrations").intValue())
                .as("of participants and speakers")
                .isEqualTo(5);
        assertThat(report.at("/services/0/deleted").toString())
                .isEqualTo("{\"attendances\":2,\"certificates\":1,\"codes\":1,\"invitations\":1,\"registrations\":4}");
        assertThat(report.at("/services/0/status").stringValue()).isEqualTo("DONE");
        assertThat(report.at("/status").stringValue())
                .as("the other services have not answered yet")
                .isEqualTo("WAITING");
        expect(404, api.get(own));
        expect(404, api.get(calendar));
        assertThat(expect(404, api.get("/certificates/" + certificate)).body())
                .contains("It may also be that its data was deleted");
        assertThat(reports("kept-a-day")).hasSize(1);
        tasks.expire(() -> false);
        assertThat(reports("kept-a-day")).as("there was nothing left to go").hasSize(1);
    }

    @Test
    void whatStopsOnTheWayGoesOnAndNobodyIsCountedTwiceOrNotAtAll() {
        api.publish(api.webinar("kept-many", webinar -> webinar.put("retention", "P30D")));
        String people = IntStream.range(0, 1_100)
                .mapToObj(number -> "many-" + number + "@kept.example.org,Somebody")
                .reduce("email,name", (all, one) -> all + "\n" + one);
        expect(200, api.upload("/api/organizer/activities/kept-many/registrations/import", people, "text/csv"));
        over("kept-many", Duration.ofDays(31));
        JsonNode before = statistics("kept-many");
        assertThat(before.at("/registrations/confirmed").intValue()).isEqualTo(1_100);

        assertThat(expiring.expireSome(id("kept-many")))
                .as("there is more to go")
                .isTrue();

        assertThat(registrationsIn("kept-many")).isBetween(100, 1_000);
        assertThat(statistics("kept-many")).isEqualTo(before);
        JsonNode halfway = report("kept-many");
        assertThat(halfway.at("/services/0/status").stringValue()).isEqualTo("WAITING");
        tasks.expire(() -> true);
        assertThat(registrationsIn("kept-many")).as("the service stops").isPositive();

        tasks.expire(() -> false);

        assertThat(registrationsIn("kept-many")).isZero();
        assertThat(statistics("kept-many")).isEqualTo(before);
        assertThat(reports("kept-many")).hasSize(1);
        JsonNode report = report("kept-many");
        assertThat(report.at("/id")).isEqualTo(halfway.at("/id"));
        assertThat(report.at("/registrations").intValue()).isEqualTo(1_100);
        assertThat(report.at("/services/0/status").stringValue()).isEqualTo("DONE");
        assertThat(report.at("/services/0/deleted/registrations").intValue()).isEqualTo(1_100);
    }

    @Test
    void theEndIsReadFromTheActivityAsItIs() {
        for (String slug : List.of("kept-longer", "kept-moved", "kept-changed", "kept-for-good", "kept-gone")) {
            api.publish(api.webinar(
                    slug, webinar -> webinar.put("retention", slug.equals("kept-for-good") ? null : "P10D")));
            expect(202, api.signUp(slug, "one@kept-as-it-is.example.org"));
            over(slug, Duration.ofDays(11));
        }
        changedBefore("kept-changed", Duration.ofHours(23));
        over("kept-longer", Duration.ofDays(9));
        api.publish(api.webinar("kept-undated", webinar -> {
            webinar.remove("sessions");
            webinar.put("retention", "P10D");
        }));
        expect(202, api.signUp("kept-undated", "one@kept-as-it-is.example.org"));
        changedBefore("kept-undated", Duration.ofDays(11));
        api.publish(api.webinar("kept-called-off", webinar -> {
            webinar.remove("sessions");
            webinar.put("retention", "P10D");
        }));
        expect(202, api.signUp("kept-called-off", "one@kept-as-it-is.example.org"));
        expect(200, api.organizer(HttpMethod.POST, "/activities/kept-called-off/cancellation", Map.of()));
        changedBefore("kept-called-off", Duration.ofDays(11));
        Instant ahead = clock.instant().plus(1, ChronoUnit.HOURS);
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/kept-moved/sessions",
                        Api.session(ahead.truncatedTo(ChronoUnit.SECONDS))));
        changedBefore("kept-moved", Duration.ofDays(2));

        tasks.expire(() -> false);

        for (String kept : List.of("kept-longer", "kept-moved", "kept-changed", "kept-for-good", "kept-undated")) {
            assertThat(registrationsIn(kept)).as(kept).isOne();
            assertThat(reports(kept)).as(kept).isEmpty();
        }
        for (String gone : List.of("kept-gone", "kept-called-off")) {
            assertThat(registrationsIn(gone)).as(gone).isZero();
            assertThat(reports(gone)).as(gone).hasSize(1);
        }
    }

    @Test
    void whoComesLaterGoesTooAndIsCountedWithTheOthers() {
        api.publish(api.webinar("kept-again", webinar -> webinar.put("retention", "P10D")));
        expect(202, api.signUp("kept-again", "early@kept-again.example.org"));
        over("kept-again", Duration.ofDays(11));
        tasks.expire(() -> false);
        over("kept-again", Duration.ofDays(-1));
        expect(202, api.signUp("kept-again", "late@kept-again.example.org"));
        assertThat(statistics("kept-again").at("/registrations/confirmed").intValue())
                .isEqualTo(2);
        over("kept-again", Duration.ofDays(11));

        tasks.expire(() -> false);

        assertThat(statistics("kept-again").at("/registrations/confirmed").intValue())
                .isEqualTo(2);
        assertThat(reports("kept-again")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P1D", "PT36H", "P51Y", "P1Y-6M", "six months", "", "P999999999999D"})
    void whatIsNoPeriodIsRefused(String retention) {
        assertThat(expect(
                                422,
                                api.organizer(
                                        HttpMethod.POST,
                                        "/activities",
                                        api.webinar(
                                                "kept-" + Integer.toHexString(retention.hashCode()),
                                                webinar -> webinar.put("retention", retention))))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("retention");
    }

    @Test
    void aPeriodCanBeChangedAndTakenAway() {
        api.publish(api.webinar("kept-edited", webinar -> webinar.put("retention", "P2W")));

        assertThat(edited("{\"retention\": \"P6M\"}").at("/retention").stringValue())
                .isEqualTo("P6M");
        assertThat(edited("{\"capacity\": 5}").at("/retention").stringValue()).isEqualTo("P6M");
        assertThat(edited("{\"retention\": null}").at("/retention").isNull()).isTrue();
    }

    private JsonNode edited(String patch) {
        return expect(200, api.organizer(HttpMethod.PATCH, "/activities/kept-edited", patch))
                .at("");
    }

    private void signUp(String person, Map<String, ?> more) {
        ObjectNode body = JSON.valueToTree(more);
        body.put("email", person + "@kept.example.org").put("name", "Somebody");
        expect(202, api.post("/api/activities/kept-a-day/registrations", body));
    }

    private String token(String person) {
        return api.manageToken("kept-a-day", person + "@kept.example.org");
    }

    private void came(String session, String person, int minutes) {
        String registration = registrations("kept-a-day").stream()
                .filter(one -> one.at("/email").stringValue().startsWith(person + "@"))
                .map(one -> one.at("/id").stringValue())
                .findFirst()
                .orElseThrow();
        expect(
                204,
                api.organizer(
                        HttpMethod.PUT,
                        "/sessions/" + session + "/attendance/" + registration,
                        Map.of("minutes", minutes)));
    }

    private String eventuallyCertified(String slug) {
        String path = "/activities/" + slug + "/certificates";
        eventually(() -> assertThat(
                        expect(200, api.organizer(HttpMethod.GET, path, null)).at("/items"))
                .hasSize(1));
        return api.organizer(HttpMethod.GET, path, null).at("/items/0/code").stringValue();
    }

    private List<JsonNode> registrations(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/registrations?limit=100", null))
                .at("/items")
                .valueStream()
                .toList();
    }

    private int registrationsIn(String slug) {
        return database.sql("select count(*) from registration where activity_id = :id")
                .param("id", id(slug).value())
                .query(Integer.class)
                .single();
    }

    private List<JsonNode> reports(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/erasures?limit=100", null))
                .at("/items")
                .valueStream()
                .filter(report -> report.at("/activity").asString("").equals(slug))
                .toList();
    }

    private JsonNode report(String slug) {
        String id = reports(slug).getFirst().at("/id").stringValue();
        return expect(200, api.organizer(HttpMethod.GET, "/erasures/" + id, null))
                .at("");
    }

    /** Without the moment of which they are. */
    private JsonNode statistics(String slug) {
        ObjectNode statistics =
                (ObjectNode) expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/statistics", null))
                        .at("");
        statistics.remove("asOf");
        return statistics;
    }

    private ActivityId id(String slug) {
        return new ActivityId(database.sql("select id from activity where slug = :slug")
                .param("slug", slug)
                .query(UUID.class)
                .single());
    }

    /** As if the only session had ended so long ago, and nothing had been changed since. */
    private void over(String slug, Duration ago) {
        OffsetDateTime end = clock.instant().minus(ago).atOffset(ZoneOffset.UTC);
        database.sql("""
                update session set starts_at = :end::timestamptz - interval '90 minutes', ends_at = :end
                where activity_id = :id
                """).param("end", end).param("id", id(slug).value()).update();
        database.sql("update activity set ends_at = :end, changed_at = :end where id = :id")
                .param("end", end)
                .param("id", id(slug).value())
                .update();
    }

    private void changedBefore(String slug, Duration ago) {
        database.sql("update activity set changed_at = :at where id = :id")
                .param("at", clock.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .param("id", id(slug).value())
                .update();
    }
}
