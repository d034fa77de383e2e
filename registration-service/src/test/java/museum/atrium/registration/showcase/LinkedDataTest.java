package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import museum.atrium.pages.Look;
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

/** What search engines read of the programme: schema.org data, on pages and by its own media type. */
@RegistrationTest
class LinkedDataTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HERE = "https://programme.example.org/programme/";

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aWebinarIsAnEventOnItsPublicPage() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "ld-network", "name": "Example Network", "imprint": {"en": "Example Network, 1 Museum Square"}}
                """));
        publish(
                "ld-webinar",
                draft -> draft.put("capacity", 30)
                        .put("network", "ld-network")
                        .put("registrationOpensAt", day(-1).toString())
                        .setAll((ObjectNode) JSON.readTree("""
                        {"summary": {"en": "How to care."},
                         "speakers": [{"name": "Ana Example", "affiliation": "Example Museum", "country": "PT"}],
                         "organizations": [{"name": "Example House", "role": "HOST", "website": "https://house.example.org"},
                                           {"name": "Example Fund", "role": "SUPPORTER"}]}
                        """)));

        Api.Answer answer = linked("/api/activities/ld-webinar");

        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).startsWith("application/ld+json");
        assertThat(String.join(",", answer.headers().getOrEmpty(HttpHeaders.VARY)))
                .contains("Accept-Language", "Accept");
        assertThat(text(answer, "/@context")).isEqualTo("https://schema.org");
        assertThat(text(answer, "/@type")).isEqualTo("EducationEvent");
        assertThat(text(answer, "/@id")).isEqualTo(HERE + "ld-webinar");
        assertThat(text(answer, "/name")).isEqualTo("Caring for collections");
        assertThat(text(answer, "/description")).isEqualTo("How to care.");
        assertThat(text(answer, "/inLanguage")).isEqualTo("en");
        assertThat(text(answer, "/eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(text(answer, "/eventAttendanceMode")).isEqualTo("https://schema.org/OnlineEventAttendanceMode");
        assertThat(text(answer, "/startDate")).isEqualTo(inParis(day(7)));
        assertThat(text(answer, "/endDate")).isEqualTo(inParis(day(7).plus(90, ChronoUnit.MINUTES)));
        assertThat(answer.at("/previousStartDate").isMissingNode()).isTrue();
        assertThat(answer.at("/location")).isEqualTo(JSON.readTree("""
                {"@type": "VirtualLocation", "url": "https://programme.example.org/programme/ld-webinar"}
                """));
        assertThat(answer.at("/organizer")).isEqualTo(JSON.readTree("""
                [{"@type": "Organization", "name": "Example Network", "url": "https://programme.example.org/networks/ld-network"},
                 {"@type": "Organization", "name": "Example House", "url": "https://house.example.org"}]
                """));
        assertThat(text(answer, "/sponsor/name")).isEqualTo("Example Fund");
        assertThat(answer.at("/performer")).isEqualTo(JSON.readTree("""
                {"@type": "Person", "name": "Ana Example", "affiliation": {"@type": "Organization", "name": "Example Museum"}}
                """));
        assertThat(answer.at("/offers/price").intValue()).isZero();
        assertThat(text(answer, "/offers/availability")).isEqualTo("https://schema.org/InStock");
        assertThat(answer.at("/maximumVirtualAttendeeCapacity").intValue()).isEqualTo(30);
        assertThat(answer.at("/subEvent").isMissingNode()).isTrue();
        assertThat(answer.body()).as("nobody learns the way into the room").doesNotContain("live.example.org");
    }

    @Test
    void whoStandsBehindItIsNamedOnceAndRoomsSayForHowManyTheyAre() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "ld-once", "name": "Network Once", "imprint": {"en": "1 Museum Square"}}
                """));
        publish("ld-once", draft -> {
            draft.put("kind", "CONFERENCE").put("network", "ld-once").set("organizations", JSON.readTree("""
                    [{"name": "network once", "role": "ORGANIZER"}, {"name": "Example House", "role": "HOST"},
                     {"name": "Example House", "role": "ORGANIZER"}]
                    """));
            ObjectNode small = JSON.valueToTree(Api.session(day(7)));
            draft.set("sessions", JSON.valueToTree(List.of(small.put("capacity", 12), Api.session(day(8)))));
        });
        publish("ld-one-room", draft -> ((ObjectNode) draft.at("/sessions/0")).put("capacity", 9));

        Api.Answer answer = linked("/api/activities/ld-once");

        assertThat(answer.at("/organizer").findValuesAsString("name")).containsExactly("Network Once", "Example House");
        assertThat(answer.at("/maximumAttendeeCapacity").isMissingNode()).isTrue();
        assertThat(answer.at("/subEvent/0/maximumAttendeeCapacity").intValue()).isEqualTo(12);
        assertThat(answer.at("/subEvent/1/maximumAttendeeCapacity").isMissingNode())
                .as("for as many as come")
                .isTrue();
        assertThat(linked("/api/activities/ld-one-room")
                        .at("/maximumAttendeeCapacity")
                        .intValue())
                .isEqualTo(9);
    }

    @Test
    void whoDoesNotAskForItByNameGetsTheApisOwnJson() {
        publish("ld-negotiated", draft -> {});

        for (String accept : List.of("application/json", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            Api.Answer answer = expect(200, api.get("/api/activities/ld-negotiated", HttpHeaders.ACCEPT, accept));
            assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE))
                    .as(accept)
                    .isEqualTo("application/json");
            assertThat(text(answer, "/slug")).isEqualTo("ld-negotiated");
        }
        expect(404, api.get("/api/activities/ld-none", HttpHeaders.ACCEPT, "application/ld+json"));
        expect(404, api.get("/api/series/ld-none", HttpHeaders.ACCEPT, "application/ld+json"));
    }

    @Test
    void aMovedSessionSaysWhenItWasToBeginBeforeAndOneOfADraftDoesNot() {
        ObjectNode draft = api.webinar("ld-moved", webinar -> {});
        Api.Answer made = expect(201, api.organizer(HttpMethod.POST, "/activities", draft));
        String session = made.at("/sessions/0/id").stringValue();
        move(session, day(8));
        expect(200, api.organizer(HttpMethod.POST, "/activities/ld-moved/publication", null));
        Api.Answer before = linked("/api/activities/ld-moved");
        assertThat(text(before, "/eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(before.at("/previousStartDate").isMissingNode())
                .as("nobody knew of it")
                .isTrue();

        move(session, day(9));
        move(session, day(10));
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + session, "{\"title\": {\"en\": \"Renamed\"}}"));

        Api.Answer moved = linked("/api/activities/ld-moved");
        assertThat(text(moved, "/eventStatus")).isEqualTo("https://schema.org/EventRescheduled");
        assertThat(text(moved, "/previousStartDate")).isEqualTo(inParis(day(9)));
        assertThat(text(moved, "/startDate")).isEqualTo(inParis(day(10)));
    }

    @Test
    void aCancelledActivityAndOneWhoseDatesWereTakenAwaySaySo() {
        publish("ld-cancelled", draft -> {});
        expect(200, api.organizer(HttpMethod.POST, "/activities/ld-cancelled/cancellation", Map.of()));
        JsonNode postponed = publish("ld-postponed", draft -> {});
        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/sessions/" + postponed.at("/sessions/0/id").stringValue(),
                        null));

        Api.Answer cancelled = linked("/api/activities/ld-cancelled");
        assertThat(text(cancelled, "/eventStatus")).isEqualTo("https://schema.org/EventCancelled");
        assertThat(text(cancelled, "/startDate")).isEqualTo(inParis(day(7)));
        assertThat(cancelled.at("/offers").isMissingNode()).isTrue();
        Api.Answer away = linked("/api/activities/ld-postponed");
        assertThat(text(away, "/eventStatus")).isEqualTo("https://schema.org/EventPostponed");
        assertThat(text(away, "/startDate")).isEqualTo(inParis(day(7)));
        assertThat(text(away, "/offers/availability")).isEqualTo("https://schema.org/PreOrder");
    }

    @Test
    void aConferenceHasItsSessionsAndIsPartOfItsSeries() {
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "ld-series", "title": {"en": "Museums at work", "fr": "Les musées au travail"}}
                """));
        JsonNode conference = publish(
                "ld-conference",
                draft -> draft.put("kind", "CONFERENCE")
                        .put("series", "ld-series")
                        .set("sessions", JSON.valueToTree(List.of(Api.session(day(3)), Api.session(day(4))))));
        String second = conference.at("/sessions/1/id").stringValue();
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + second, null));

        Api.Answer answer = linked("/api/activities/ld-conference", HttpHeaders.ACCEPT_LANGUAGE, "fr");

        assertThat(text(answer, "/@type")).isEqualTo("Event");
        assertThat(text(answer, "/name")).isEqualTo("Prendre soin des collections");
        assertThat(text(answer, "/superEvent/@type")).isEqualTo("EventSeries");
        assertThat(text(answer, "/superEvent/name")).isEqualTo("Les musées au travail");
        assertThat(answer.at("/subEvent").size()).isEqualTo(2);
        assertThat(text(answer, "/subEvent/0/eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(text(answer, "/subEvent/0/superEvent/@id")).isEqualTo(HERE + "ld-conference");
        assertThat(text(answer, "/subEvent/1/@id")).isEqualTo(HERE + "ld-conference#session-" + second);
        assertThat(text(answer, "/subEvent/1/eventStatus")).isEqualTo("https://schema.org/EventCancelled");
        assertThat(text(answer, "/endDate")).isEqualTo(inParis(day(3).plus(90, ChronoUnit.MINUTES)));

        Api.Answer series = linked("/api/series/ld-series");
        assertThat(text(series, "/@type")).isEqualTo("EventSeries");
        assertThat(text(series, "/name")).isEqualTo("Museums at work");
        assertThat(text(series, "/subEvent/@id")).isEqualTo(HERE + "ld-conference");
        assertThat(text(series, "/subEvent/startDate")).isEqualTo(inParis(day(3)));
    }

    @Test
    void aCourseIsWhatIsTaughtAndItsInstanceWhatTakesPlace() {
        publish("ld-course", draft -> draft.put("kind", "COURSE"));

        Api.Answer course = linked("/api/activities/ld-course");

        assertThat(text(course, "/@type")).isEqualTo("Course");
        assertThat(text(course, "/hasCourseInstance/@type")).isEqualTo("CourseInstance");
        assertThat(text(course, "/hasCourseInstance/courseMode")).isEqualTo("Online");
        assertThat(text(course, "/hasCourseInstance/startDate")).isEqualTo(inParis(day(7)));
        assertThat(text(course, "/hasCourseInstance/offers/availability")).isEqualTo("https://schema.org/InStock");
    }

    @Test
    void nothingThatAnOrganiserWritesEndsTheBlockOnThePage() {
        String hostile = "</script><script>alert(1)</script><!--";
        publish("ld-hostile", draft -> draft.set("title", JSON.valueToTree(Map.of("en", hostile))));

        String page = expect(200, api.get("/programme/ld-hostile")).body();

        String begin = "<script type=\"application/ld+json\">";
        String block = page.substring(page.indexOf(begin) + begin.length(), page.indexOf("</script>"));
        assertThat(block).doesNotContain("<", "alert(1)</");
        assertThat(JSON.readTree(block).at("/name").stringValue()).isEqualTo(hostile);
        String ours = "<script type=\"module\">" + Look.with().script() + "</script>";
        assertThat(page.substring(page.indexOf("</script>") + 1))
                .containsOnlyOnce(ours)
                .satisfies(rest -> assertThat(rest.replace(ours, "")).doesNotContain("<script", "<!--"));
    }

    private Api.Answer linked(String path, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = HttpHeaders.ACCEPT;
        all[1] = "application/ld+json";
        return expect(200, api.get(path, all));
    }

    private void move(String session, Instant start) {
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + session,
                        Map.of(
                                "startsAt",
                                start.toString(),
                                "endsAt",
                                start.plus(90, ChronoUnit.MINUTES).toString())));
    }

    private JsonNode publish(String slug, Consumer<ObjectNode> changes) {
        return api.publish(api.webinar(slug, draft -> {
            draft.set("sessions", JSON.valueToTree(List.of(Api.session(day(7)))));
            changes.accept(draft);
        }));
    }

    private Instant day(int ahead) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(ahead, ChronoUnit.DAYS)
                .plus(14, ChronoUnit.HOURS);
    }

    private static String inParis(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZoneId.of("Europe/Paris")));
    }

    private static String text(Api.Answer answer, String pointer) {
        return answer.at(pointer).stringValue();
    }
}
