package museum.atrium.registration.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a calendar program gets that imports or subscribes to one's own sessions. */
@RegistrationTest
class CalendarTest {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void theSessionsOfWhoHasAPlaceAreEntriesInTheirLanguageThatLeadToTheirJoinPage() {
        JsonNode conference = conference("in-french", day(7), day(8));
        signUp("in-french", Map.of("email", "ana@example.org", "name", "Ana", "locale", "fr"));

        Api.Answer answer = expect(200, api.get(path("in-french", "ana@example.org")));
        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("inline; filename=\"in-french.ics\"");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "private");

        Calendar calendar = parsed(answer);
        assertThat(calendar.getProperty("METHOD")).as("no scheduling message").isEmpty();
        assertThat(value(calendar, "NAME")).isEqualTo("Prendre soin, conserver; transmettre");
        assertThat(value(calendar, "X-WR-CALNAME")).isEqualTo("Prendre soin, conserver; transmettre");
        assertThat(answer.body())
                .contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "\r\nX-PUBLISHED-TTL:PT1H\r\n");
        List<VEvent> events = events(answer);
        assertThat(events).hasSize(2);
        for (int i = 0; i < events.size(); i++) {
            JsonNode session = conference.at("/sessions/" + i);
            String join = joinPage("in-french", "ana@example.org", session);
            VEvent event = events.get(i);
            assertThat(value(event, "UID")).isEqualTo(uid("in-french", "ana@example.org", session));
            assertThat(value(event, "DTSTART")).isEqualTo(UTC.format(instant(session, "startsAt")));
            assertThat(value(event, "DTEND")).isEqualTo(UTC.format(instant(session, "endsAt")));
            assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
            assertThat(value(event, "SUMMARY")).isEqualTo("Prendre soin, conserver; transmettre: Atelier " + (i + 1));
            assertThat(value(event, "DESCRIPTION"))
                    .isEqualTo("Prendre soin, conserver; transmettre\nUne heure.\nPuis des questions.\n"
                            + "Rejoindre la séance\n" + join);
            assertThat(value(event, "LOCATION")).isEqualTo(join);
            assertThat(value(event, "URL")).isEqualTo(join);
        }
        expect(200, api.get(value(events.getFirst(), "URL").replace("https://programme.example.org", "")));
    }

    @Test
    void anEntryNeverOutranksAMailNorManagesTheRegistrationNorTellsOfOthers() {
        conference("entries-forwarded", day(7));
        signUp("entries-forwarded", Map.of("email", "ana@example.org", "name", "Ana Example"));
        signUp("entries-forwarded", Map.of("email", "ben@example.org", "name", "Ben Example"));

        String text = unfolded(expect(200, api.get(path("entries-forwarded", "ana@example.org"))));

        assertThat(text)
                .doesNotContain("SEQUENCE")
                .doesNotContain("/registrations/", api.manageToken("entries-forwarded", "ana@example.org"))
                .doesNotContain("live.example.org")
                .doesNotContain(
                        registration("entries-forwarded", "ben@example.org").toString())
                .doesNotContain(api.joinToken("entries-forwarded", "ben@example.org"))
                .doesNotContain("ATTENDEE", "ana@", "ben@", "Ana Example", "Ben Example");
    }

    @Test
    void aWebinarIsItsOneSessionAndWhoReadsNoneOfOurLanguagesGetsTheActivitys() {
        api.publish(api.webinar(
                "webinar-entry",
                webinar -> webinar.put("language", "de")
                        .set("title", json(Map.of("de", "Sammlungspflege", "en", "Caring for collections")))));
        signUp("webinar-entry", Map.of("email", "kaori@example.org", "name", "Kaori", "locale", "ja"));

        VEvent event = events(expect(200, api.get(path("webinar-entry", "kaori@example.org"))))
                .getFirst();

        assertThat(value(event, "SUMMARY")).isEqualTo("Sammlungspflege");
        assertThat(value(event, "DESCRIPTION")).startsWith("Sammlungspflege\nAm Termin teilnehmen\nhttps://");
    }

    @Test
    void theSessionsOfAWebinarThatHasSeveralAreToldApart() {
        api.publish(api.webinar(
                "two-evenings",
                webinar -> webinar.set("title", json(Map.of("en", "Two evenings")))
                        .set(
                                "sessions",
                                json(List.of(
                                        session("First evening", day(7), Map.of()),
                                        session("Second evening", day(8), Map.of()))))));
        signUp("two-evenings", Map.of("email", "ana@example.org", "name", "Ana", "locale", "en"));

        assertThat(events(expect(200, api.get(path("two-evenings", "ana@example.org")))))
                .extracting(event -> value(event, "SUMMARY"))
                .containsExactly("Two evenings: First evening", "Two evenings: Second evening");
    }

    @Test
    void onlyTheLiveSessionsThatOneChoseAreEntries() {
        JsonNode course = api.publish(api.webinar(
                "chosen-course",
                webinar -> webinar.put("kind", "COURSE")
                        .set(
                                "sessions",
                                json(List.of(
                                        session("Live", day(7), Map.of()),
                                        session("Reading", day(1), Map.of("selfPaced", true)),
                                        session("Later", day(9), Map.of()))))));
        signUp(
                "chosen-course",
                Map.of(
                        "email",
                        "c@example.org",
                        "name",
                        "C",
                        "sessions",
                        List.of(id(course, "Live"), id(course, "Reading"))));

        assertThat(uids(api.get(path("chosen-course", "c@example.org"))))
                .containsExactly(id(course, "Live") + "." + registration("chosen-course", "c@example.org") + "@atrium");

        expect(
                200,
                api.call(
                        HttpMethod.PATCH,
                        own("chosen-course", "c@example.org"),
                        Map.of("sessions", List.of(id(course, "Later"), id(course, "Reading")))));
        assertThat(uids(api.get(path("chosen-course", "c@example.org"))))
                .containsExactly(
                        id(course, "Later") + "." + registration("chosen-course", "c@example.org") + "@atrium");
    }

    @Test
    void aMovedSessionIsTheSameEntryAtAnotherTimeAndASubscriberIsToldOnlyOfWhatChanged() {
        JsonNode moved = conference("moved-entry", day(7), day(8));
        signUp("moved-entry", Map.of("email", "m@example.org", "name", "M"));
        String path = path("moved-entry", "m@example.org");
        Api.Answer before = expect(200, api.get(path));
        String tag = String.valueOf(before.headers().getETag());
        clock.letPass(Duration.ofMinutes(1));
        assertThat(expect(304, api.get(path, HttpHeaders.IF_NONE_MATCH, tag)).body())
                .isEmpty();

        Instant start = day(20);
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + moved.at("/sessions/0/id").stringValue(),
                        Map.of(
                                "startsAt",
                                start.toString(),
                                "endsAt",
                                start.plus(Duration.ofHours(1)).toString())));

        Api.Answer after = expect(200, api.get(path, HttpHeaders.IF_NONE_MATCH, tag));
        assertThat(uids(after)).containsExactlyInAnyOrderElementsOf(uids(before));
        VEvent entry = events(after).getLast();
        assertThat(value(entry, "UID")).isEqualTo(uid("moved-entry", "m@example.org", moved.at("/sessions/0")));
        assertThat(value(entry, "DTSTART")).isEqualTo(UTC.format(start));
        assertThat(value(entry, "DTSTAMP")).isGreaterThan(value(events(before).getFirst(), "DTSTAMP"));
    }

    @Test
    void whatTheOrganiserCallsOffStaysAsCalledOff() {
        JsonNode conference = conference("entries-called-off", day(7), day(8));
        signUp("entries-called-off", Map.of("email", "o@example.org", "name", "O"));
        String path = path("entries-called-off", "o@example.org");
        List<String> uids = uids(api.get(path));

        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/sessions/" + conference.at("/sessions/1/id").stringValue(),
                        null));
        Api.Answer one = expect(200, api.get(path));
        assertThat(uids(one)).isEqualTo(uids);
        assertThat(events(one).stream().map(event -> value(event, "STATUS"))).containsExactly("CONFIRMED", "CANCELLED");
        assertThat(events(one).getLast().getProperties("LOCATION", "URL")).isEmpty();
        assertThat(value(events(one).getLast(), "DESCRIPTION")).doesNotContain("/join/");

        expect(
                200,
                api.organizer(HttpMethod.POST, "/activities/entries-called-off/cancellation", Map.of("reason", "Ill")));
        Api.Answer all = expect(200, api.get(path));
        assertThat(uids(all)).isEqualTo(uids);
        assertThat(events(all).stream().map(event -> value(event, "STATUS"))).containsOnly("CANCELLED");
        assertThat(unfolded(all)).doesNotContain("/join/");
    }

    @Test
    void whatIsOverStaysWithoutAWayIn() {
        api.publish(api.webinar(
                "entries-over-soon",
                webinar -> webinar.set(
                        "sessions", json(List.of(Api.session(clock.instant().plusSeconds(600)))))));
        signUp("entries-over-soon", Map.of("email", "p@example.org", "name", "P"));
        String path = path("entries-over-soon", "p@example.org");
        assertThat(unfolded(api.get(path))).contains("/join/");

        clock.letPass(Duration.ofHours(2));

        Api.Answer over = expect(200, api.get(path));
        assertThat(events(over)).hasSize(1);
        assertThat(value(events(over).getFirst(), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(unfolded(over)).doesNotContain("/join/", "LOCATION");
    }

    @Test
    void whoHasNoPlaceHasAValidCalendarWithoutEntries() {
        api.publish(api.webinar(
                "entries-no-place", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        signUp("entries-no-place", Map.of("email", "first@example.org", "name", "F"));
        signUp("entries-no-place", Map.of("email", "second@example.org", "name", "S"));
        api.publish(api.webinar("no-approval-yet", webinar -> webinar.put("approval", true)));
        signUp("no-approval-yet", Map.of("email", "asks@example.org", "name", "A"));
        api.publish(api.webinar("no-dates-yet", webinar -> webinar.remove("sessions")));
        signUp("no-dates-yet", Map.of("email", "curious@example.org", "name", "C"));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of("slug", "no-session", "title", Map.of("en", "At work"), "summary", Map.of())));
        expect(202, api.post("/api/series/no-session/subscriptions", Map.of("email", "reader@example.org")));

        assertThat(events(expect(200, api.get(path("entries-no-place", "first@example.org")))))
                .hasSize(1);
        Map<String, String> without = Map.of(
                "second@example.org", "entries-no-place",
                "asks@example.org", "no-approval-yet",
                "curious@example.org", "no-dates-yet",
                "reader@example.org", "no-session");
        without.forEach((email, slug) -> assertThat(events(expect(200, api.get(path(slug, email)))))
                .as(slug)
                .isEmpty());
        assertThat(value(parsed(api.get(path("no-session", "reader@example.org"))), "NAME"))
                .isEqualTo("At work");

        expect(204, api.call(HttpMethod.DELETE, own("entries-no-place", "first@example.org"), null));
        assertThat(events(expect(200, api.get(path("entries-no-place", "first@example.org")))))
                .as("a subscribed calendar loses what was given up")
                .isEmpty();
        assertThat(events(expect(200, api.get(path("entries-no-place", "second@example.org")))))
                .as("and the next in line gets it")
                .hasSize(1);
    }

    @Test
    void noLineIsLongerThan75OctetsInAnyScript() {
        String title = "مجموعات المتاحف وحفظها للأجيال القادمة 🏛 博物館の収蔵品".repeat(2);
        api.publish(api.webinar("entries-folded", webinar -> {
            webinar.put("language", "ar");
            webinar.set("title", json(Map.of("ar", title)));
            webinar.set("summary", json(Map.of("ar", "نص طويل 🏺\r\n".repeat(40) + "نهاية\rوسط")));
        }));
        signUp("entries-folded", Map.of("email", "f@example.org", "name", "F", "locale", "ar"));

        Api.Answer answer = expect(200, api.get(path("entries-folded", "f@example.org")));

        assertThat(answer.body().replace("\r\n", "")).doesNotContain("\r", "\n", "\uFFFD");
        assertThat(answer.body().split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(value(events(answer).getFirst(), "SUMMARY")).isEqualTo(title);
        assertThat(value(parsed(answer), "NAME")).isEqualTo(title);
    }

    @Test
    void aWorthlessLinkIsNotFoundAlsoForWhoReadsOnlyCalendars() {
        conference("entries-worthless", day(7));
        signUp("entries-worthless", Map.of("email", "w@example.org", "name", "W"));

        for (String token : List.of("A".repeat(48), "short", api.joinToken("entries-worthless", "w@example.org"))) {
            String path = "/api/registrations/" + token + "/calendar.ics";
            assertThat(expect(404, api.get(path, HttpHeaders.ACCEPT, "text/calendar"))
                            .at("/type")
                            .stringValue())
                    .isEqualTo("urn:atrium:problem:not-found");
            assertThat(expect(404, api.get(path, HttpHeaders.ACCEPT, "text/html"))
                            .body())
                    .contains("This link does not work");
        }
        String good = path("entries-worthless", "w@example.org");
        expect(200, api.get(good, HttpHeaders.ACCEPT, "text/calendar"));
        expect(202, api.post(own("entries-worthless", "w@example.org") + "/erasure", null));
        expect(404, api.get(good));
    }

    @Test
    void thePageOffersTheCalendarToWhoHasALiveSessionInIt() {
        api.publish(api.webinar(
                "entries-offered", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        signUp("entries-offered", Map.of("email", "in@example.org", "name", "I", "locale", "sl"));
        signUp("entries-offered", Map.of("email", "out@example.org", "name", "O"));
        api.publish(api.webinar(
                "own-time",
                webinar -> webinar.put("kind", "COURSE")
                        .set("sessions", json(List.of(session("Reading", day(1), Map.of("selfPaced", true)))))));
        signUp("own-time", Map.of("email", "reads@example.org", "name", "R"));

        assertThat(page("entries-offered", "in@example.org"))
                .contains("href=\"" + path("entries-offered", "in@example.org") + "\">Koledar (.ics)</a>");
        assertThat(page("entries-offered", "out@example.org")).doesNotContain("calendar.ics");
        assertThat(page("own-time", "reads@example.org")).doesNotContain("calendar.ics");
    }

    private JsonNode conference(String slug, Instant... starts) {
        return api.publish(api.webinar(slug, webinar -> {
            webinar.put("kind", "CONFERENCE");
            webinar.set("title", json(Map.of("en", "Caring", "fr", "Prendre soin, conserver; transmettre")));
            webinar.set("summary", json(Map.of("en", "One hour.", "fr", "Une heure.\r\nPuis des questions.")));
            var sessions = webinar.putArray("sessions");
            for (int i = 0; i < starts.length; i++) {
                Map<String, Object> session = new TreeMap<>(Api.session(starts[i]));
                session.put("title", Map.of("en", "Workshop " + (i + 1), "fr", "Atelier " + (i + 1)));
                sessions.add(json(session));
            }
        }));
    }

    private static Map<String, Object> session(String title, Instant start, Map<String, Object> more) {
        Map<String, Object> session = new TreeMap<>(Api.session(start));
        session.put("title", Map.of("en", title));
        session.putAll(more);
        return session;
    }

    private static String id(JsonNode activity, String title) {
        return activity.get("sessions")
                .valueStream()
                .filter(session -> session.at("/title/en").asString().equals(title))
                .findFirst()
                .orElseThrow()
                .get("id")
                .stringValue();
    }

    private Instant day(int ahead) {
        return clock.instant().plus(ahead, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private void signUp(String slug, Map<String, Object> request) {
        expect(202, api.post("/api/activities/" + slug + "/registrations", request));
    }

    private String own(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email);
    }

    private String path(String slug, String email) {
        return own(slug, email) + "/calendar.ics";
    }

    private String page(String slug, String email) {
        return expect(200, api.get("/registrations/" + api.manageToken(slug, email)))
                .body();
    }

    private String joinPage(String slug, String email, JsonNode session) {
        return "https://programme.example.org/join/" + api.joinToken(slug, email) + "/"
                + session.get("id").stringValue();
    }

    private String uid(String slug, String email, JsonNode session) {
        return session.get("id").stringValue() + "." + registration(slug, email) + "@atrium";
    }

    private UUID registration(String slug, String email) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private static Instant instant(JsonNode session, String field) {
        return Instant.parse(session.get(field).stringValue());
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    private static String unfolded(Api.Answer answer) {
        return answer.body().replace("\r\n ", "");
    }

    private static List<String> uids(Api.Answer answer) {
        return events(answer).stream().map(event -> value(event, "UID")).toList();
    }

    private static List<VEvent> events(Api.Answer answer) {
        return parsed(answer).getComponents("VEVENT").stream()
                .map(VEvent.class::cast)
                .toList();
    }

    /** Every calendar here is valid. */
    private static Calendar parsed(Api.Answer answer) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return calendar;
        } catch (java.io.IOException | net.fortuna.ical4j.data.ParserException e) {
            throw new AssertionError("no calendar: " + answer.body(), e);
        }
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getRequiredProperty(property).getValue();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
