package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** The draft of a next time: all that was planned, nothing of what happened. */
@RegistrationTest
class CopyingTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String RICH = """
            {"kind": "COURSE", "language": "fr", "series": "copied-series", "summary": {"en": "One hour.", "fr": "Une heure."},
             "capacity": 40, "waitlist": true, "doubleOptIn": true, "approval": true, "invitationOnly": true,
             "allowedDomains": ["museum.example.org"], "placeOffers": "PT12H",
             "registrationOpensAt": "2030-02-28T23:00:00Z", "registrationClosesAt": "2030-03-04T23:00:00Z",
             "reminders": ["P2D", "PT5M"],
             "mails": {"afterAttending": true, "afterMissing": false, "certificate": false, "recording": true,
                       "survey": "https://surveys.example.org/copied"},
             "speakers": [{"name": "Ana Example", "affiliation": "City Museum", "country": "PT"}],
             "organizations": [{"name": "City Museum", "role": "HOST", "website": "https://museum.example.org",
                                "logo": {"url": "https://museum.example.org/logo.svg", "alt": {"en": "City Museum"}}}],
             "cover": {"url": "https://museum.example.org/cover.jpg", "alt": {"en": "A vase"}},
             "accessibility": {"offers": ["LIVE_CAPTIONS"], "note": {"en": "Ask us."}},
             "questions": [{"id": "field", "kind": "CHOICE", "required": true, "label": {"en": "Your field"},
                            "options": [{"id": "care", "label": {"en": "Conservation"}}, {"id": "learn", "label": {"en": "Learning"}}]}],
             "consents": [{"id": "recording", "required": true, "text": {"en": "I agree to being recorded."}}],
             "privacyNotice": {"text": {"en": "Example Network is responsible."}, "url": "https://network.example.org/privacy"},
             "asksAccessibilityNeeds": true, "retention": "P6M",
             "sessions": [
               {"title": {"en": "Second"}, "startsAt": "2030-03-12T13:00:00Z", "endsAt": "2030-03-12T14:30:00Z", "timeZone": "Europe/Paris",
                "joinUrl": "https://live.example.org/room", "capacity": 20, "language": "en", "interpretation": ["fr"],
                "materials": [{"kind": "SLIDES", "title": {"en": "Slides"}, "url": "https://museum.example.org/slides.pdf",
                               "language": "en", "access": "REGISTRANTS"}]},
               {"title": {"en": "First"}, "startsAt": "2030-03-05T13:00:00Z", "endsAt": "2030-03-05T14:30:00Z", "timeZone": "Europe/Paris",
                "joinUrl": "https://live.example.org/room"},
               {"title": {"en": "From New York"}, "startsAt": "2030-03-06T19:00:00Z", "endsAt": "2030-03-06T20:00:00Z",
                "timeZone": "America/New_York", "joinUrl": "https://live.example.org/room"},
               {"title": {"en": "Reading"}, "startsAt": "2030-03-05T23:00:00Z", "endsAt": "2030-03-19T23:00:00Z", "timeZone": "Europe/Paris",
                "selfPaced": true, "joinUrl": "https://museum.example.org/reading"}]}
            """;

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void twoInTheAfternoonStaysTwoInTheAfternoonOverTheChangeOfTheClocksWhereverItIs() {
        rich("spring", "copied-series");

        Api.Answer copy = expect(201, copy("spring", Map.of("startsAt", "2030-04-02T12:00:00Z")));

        assertThat(times(copy))
                .containsExactly(
                        "Second 2030-04-09T12:00:00Z 2030-04-09T13:30:00Z",
                        "First 2030-04-02T12:00:00Z 2030-04-02T13:30:00Z",
                        "From New York 2030-04-03T18:00:00Z 2030-04-03T19:00:00Z",
                        "Reading 2030-04-02T22:00:00Z 2030-04-16T22:00:00Z");
        assertThat(copy.at("/registrationOpensAt").stringValue()).isEqualTo("2030-03-28T23:00:00Z");
        assertThat(copy.at("/registrationClosesAt").stringValue()).isEqualTo("2030-04-01T22:00:00Z");
    }

    /** In Paris half past two comes twice on 27 October 2030, and never on 31 March. */
    @Test
    void anHourThatThereIsTwiceOrNeverIsStillWhereTheFirstSessionWasPut() {
        ObjectNode draft = api.webinar("at-night", webinar -> webinar.set("sessions", JSON.readTree("""
                [{"startsAt": "2030-03-01T01:30:00Z", "endsAt": "2030-03-01T02:30:00Z", "timeZone": "Europe/Paris"},
                 {"startsAt": "2030-03-02T01:30:00Z", "endsAt": "2030-03-02T02:30:00Z", "timeZone": "Europe/Paris"}]
                """)));
        expect(201, api.organizer(HttpMethod.POST, "/activities", draft));

        assertThat(starts(copy("at-night", Map.of("startsAt", "2030-10-27T00:30:00Z"))))
                .containsExactly("2030-10-27T00:30:00Z", "2030-10-28T01:30:00Z");
        assertThat(starts(copy("at-night", Map.of("startsAt", "2030-10-27T01:30:00Z"))))
                .containsExactly("2030-10-27T01:30:00Z", "2030-10-28T01:30:00Z");
        assertThat(starts(copy("at-night", Map.of("startsAt", "2030-03-30T01:30:00Z"))))
                .containsExactly("2030-03-30T01:30:00Z", "2030-03-31T01:30:00Z");
    }

    @Test
    void everythingThatWasPlannedIsThereAgain() {
        JsonNode original = rich("everything", "everything-series");

        Api.Answer copy =
                expect(201, copy("everything", Map.of("slug", "everything-again", "startsAt", "2031-03-05T13:00:00Z")));

        assertThat(copy.headers().getLocation()).hasToString("/api/organizer/activities/everything-again");
        assertThat(copy.at("/status").stringValue()).isEqualTo("DRAFT");
        assertThat(copy.at("/revision").longValue()).isEqualTo(1);
        assertThat(without(
                        copy.at(""),
                        "id",
                        "slug",
                        "status",
                        "revision",
                        "sessions",
                        "registrationOpensAt",
                        "registrationClosesAt"))
                .isEqualTo(without(
                        original,
                        "id",
                        "slug",
                        "status",
                        "revision",
                        "sessions",
                        "registrationOpensAt",
                        "registrationClosesAt"));
        for (int i = 0; i < original.at("/sessions").size(); i++) {
            JsonNode before = original.at("/sessions/" + i);
            JsonNode after = copy.at("/sessions/" + i);
            assertThat(without(after, "id", "startsAt", "endsAt", "joinUrl"))
                    .isEqualTo(without(before, "id", "startsAt", "endsAt", "joinUrl"));
            assertThat(after.at("/id")).isNotEqualTo(before.at("/id"));
        }
        assertThat(copy.body()).as("the room of the last time").doesNotContain("live.example.org");
        assertThat(copy.at("/sessions/3/joinUrl").stringValue()).isEqualTo("https://museum.example.org/reading");
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/everything-again", null))
                        .at(""))
                .as("what is answered is what is stored")
                .isEqualTo(copy.at(""));
        expect(200, api.organizer(HttpMethod.POST, "/activities/everything-again/publication", null));
    }

    @Test
    void whatHappenedToAConferenceIsNotCopied() {
        Instant day = clock.instant().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode original = api.publish(api.webinar(
                "happened",
                webinar -> webinar.put("kind", "CONFERENCE")
                        .put("capacity", 1)
                        .put("waitlist", true)
                        .set(
                                "sessions",
                                JSON.valueToTree(List.of(
                                        Api.session(day.minus(2, ChronoUnit.DAYS)),
                                        Api.session(day),
                                        Api.session(day.plus(1, ChronoUnit.DAYS)))))));
        expect(202, api.signUp("happened", "ana@example.org"));
        expect(202, api.signUp("happened", "ben@example.org"));
        expect(201, api.organizer(HttpMethod.POST, "/activities/happened/codes", Map.of("count", 1)));
        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/sessions/" + original.at("/sessions/0/id").stringValue(),
                        null));
        expect(200, api.organizer(HttpMethod.POST, "/activities/happened/cancellation", Map.of("reason", "Flood")));

        Api.Answer copy = expect(201, copy("happened", Map.of("startsAt", day.plus(70, ChronoUnit.DAYS))));

        assertThat(copy.at("/slug").stringValue()).isEqualTo("happened-2");
        assertThat(copy.at("/cancellationReason").isNull()).isTrue();
        assertThat(copy.at("/sessions")).as("the cancelled one is left out").hasSize(2);
        assertThat(copy.at("/sessions/0/startsAt").stringValue())
                .as("the first one of those that are left")
                .isEqualTo(day.plus(70, ChronoUnit.DAYS).toString());
        assertThat(copy.at("/taken").intValue()).isZero();
        assertThat(copy.at("/sessions/0/taken").intValue()).isZero();
        assertThat(list("happened-2", "registrations")).isEmpty();
        assertThat(list("happened-2", "codes")).isEmpty();
        expect(200, api.organizer(HttpMethod.POST, "/activities/happened-2/publication", null));
        assertThat(expect(202, api.signUp("happened-2", "ben@example.org"))
                        .at("/status")
                        .stringValue())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void withoutAStartTheSessionsStayWhileAllOfThemLieAhead() {
        Instant next = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        api.publish(api.webinar("staying", webinar -> {
            webinar.put("registrationOpensAt", "2026-01-01T00:00:00Z");
            webinar.set(
                    "sessions",
                    JSON.valueToTree(List.of(Api.session(next.plus(1, ChronoUnit.DAYS)), Api.session(next))));
        }));

        Api.Answer ahead = expect(201, copy("staying", null));
        assertThat(starts(ahead)).containsExactly(next.plus(1, ChronoUnit.DAYS).toString(), next.toString());
        assertThat(ahead.at("/registrationOpensAt").isNull()).isTrue();

        clock.letPass(Duration.ofHours(2));
        assertThat(expect(201, copy("staying", Map.of())).at("/sessions")).isEmpty();
    }

    @Test
    void copiesThatAreMadeAtOnceGetDifferentSlugs() throws Exception {
        String longest = "long-" + "x".repeat(90) + "-long";
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("copied-at-once", webinar -> {})));
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar(longest.substring(0, 100), w -> {})));

        List<Future<Api.Answer>> copies;
        try (ExecutorService organisers = Executors.newVirtualThreadPerTaskExecutor()) {
            copies = IntStream.range(0, 12)
                    .mapToObj(i -> organisers.submit(() -> copy("copied-at-once", null)))
                    .toList();
        }

        assertThat(copies)
                .extracting(copy -> expect(201, copy.get()).at("/slug").stringValue())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 13)
                        .mapToObj(number -> "copied-at-once-" + number)
                        .toList());
        assertThat(expect(201, copy(longest.substring(0, 100), null))
                        .at("/slug")
                        .stringValue())
                .endsWith("xxx-2")
                .hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"slug\": \"Two Words\"}                    | slug",
                "{\"startsAt\": \"1889-01-01T00:00:00Z\"}     | startsAt",
                "{\"startsAt\": \"2199-12-31T23:30:00Z\"}     | startsAt",
                "{\"startsAt\": \"tomorrow\"}                 | startsAt",
                "{\"sessions\": []}                           | sessions"
            })
    void whatCannotBeIsNamedAndNothingIsStored(String body, String field) {
        if (api.organizer(HttpMethod.GET, "/activities/refused-copies", null).status() == 404) {
            expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("refused-copies", webinar -> {})));
        }

        Api.Answer refused = expect(422, copy("refused-copies", body));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo(field);
        assertThat(database.sql("select count(*) from activity where slug like 'refused-copies-%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyAnActivityCanBeCopiedOnlyToAFreeSlugAndOnlyByOrganisers() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("one-only", w -> w.remove("sessions"))));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/series", Map.of("slug", "no-activity", "title", Map.of("en", "Series"))));

        expect(404, copy("unheard-of", null));
        expect(404, copy("no-activity", null));
        assertThat(expect(409, copy("one-only", Map.of("slug", "no-activity")))
                        .at("/type")
                        .stringValue())
                .endsWith("slug-taken");
        assertThat(expect(422, copy("one-only", Map.of("startsAt", "2030-01-01T00:00:00Z")))
                        .at("/errors/0/field")
                        .stringValue())
                .as("there is no session to begin then")
                .isEqualTo("startsAt");
        expect(401, api.post("/api/organizer/activities/one-only/copy", null));
    }

    private JsonNode rich(String slug, String series) {
        expect(201, api.organizer(HttpMethod.POST, "/series", Map.of("slug", series, "title", Map.of("en", "Series"))));
        ObjectNode draft = api.webinar(slug, webinar -> webinar.setAll((ObjectNode) JSON.readTree(RICH)));
        return expect(201, api.organizer(HttpMethod.POST, "/activities", draft.put("series", series)))
                .at("");
    }

    private Api.Answer copy(String slug, @Nullable Object body) {
        return api.organizer(HttpMethod.POST, "/activities/" + slug + "/copy", body);
    }

    private List<JsonNode> list(String slug, String what) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/" + what, null))
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<String> times(Api.Answer activity) {
        return activity.at("/sessions")
                .valueStream()
                .map(session -> session.at("/title/en").stringValue() + " "
                        + session.at("/startsAt").stringValue() + " "
                        + session.at("/endsAt").stringValue())
                .toList();
    }

    private static List<String> starts(Api.Answer activity) {
        return activity.at("/sessions")
                .valueStream()
                .map(session -> session.at("/startsAt").stringValue())
                .toList();
    }

    private static JsonNode without(JsonNode node, String... fields) {
        return ((ObjectNode) node).deepCopy().without(List.of(fields));
    }
}
