package museum.atrium.registration.calendar;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the calendar program of somebody gets who follows the programme without being registered. */
@RegistrationTest
class ProgrammeCalendarTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Test
    void theSessionsLeadToThePublicPageAndNeverIntoTheRoom() throws Exception {
        JsonNode activity = conference("public-entries");
        expect(202, api.signUp("public-entries", "entries@example.org"));

        Api.Answer answer =
                expect(200, api.get("/programme/public-entries/calendar.ics", HttpHeaders.ACCEPT_LANGUAGE, "fr"));

        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.headers().getCacheControl()).contains("public");
        List<VEvent> events = events(answer);
        assertThat(events).hasSize(2);
        VEvent first = events.getFirst();
        String id = activity.at("/sessions/0/id").stringValue();
        assertThat(value(first, "UID")).isEqualTo(id + ".programme@atrium");
        assertThat(value(first, "SUMMARY")).isEqualTo("Prendre soin des collections");
        assertThat(value(first, "URL")).isEqualTo("https://programme.example.org/programme/public-entries");
        assertThat(value(first, "LOCATION")).isEqualTo(value(first, "URL"));
        assertThat(value(first, "SEQUENCE")).isEqualTo("0");
        assertThat(value(first, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(answer.body())
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
                .doesNotContain("live.example.org", "/join/", "METHOD", "ATTENDEE");
        String own = expect(
                        200,
                        api.get("/api/registrations/" + api.manageToken("public-entries", "entries@example.org")
                                + "/calendar.ics"))
                .body();
        assertThat(own).as("no entry of theirs is taken for one of everybody's").doesNotContain(".programme@atrium");
        String tag = Objects.requireNonNull(answer.headers().getETag());
        expect(
                304,
                api.get(
                        "/programme/public-entries/calendar.ics",
                        HttpHeaders.ACCEPT_LANGUAGE,
                        "fr",
                        HttpHeaders.IF_NONE_MATCH,
                        tag));
    }

    @Test
    void whatIsMovedOrCalledOffStaysAndOutranksWhatWasThere() throws Exception {
        JsonNode activity = conference("public-changes");
        Instant later = day(20);
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + activity.at("/sessions/0/id").stringValue(),
                        Map.of(
                                "startsAt",
                                later.toString(),
                                "endsAt",
                                later.plus(1, ChronoUnit.HOURS).toString())));
        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/sessions/" + activity.at("/sessions/1/id").stringValue(),
                        null));

        List<VEvent> changed = events(expect(200, api.get("/programme/public-changes/calendar.ics")));
        assertThat(changed.stream().map(event -> value(event, "STATUS"))).containsExactly("CANCELLED", "CONFIRMED");
        assertThat(changed.stream().map(event -> value(event, "SEQUENCE"))).containsExactly("1", "1");

        expect(200, api.organizer(HttpMethod.POST, "/activities/public-changes/cancellation", Map.of()));
        List<VEvent> cancelled = events(expect(200, api.get("/programme/public-changes/calendar.ics")));
        assertThat(cancelled.stream().map(event -> value(event, "STATUS"))).containsOnly("CANCELLED");
        assertThat(cancelled.stream().map(event -> value(event, "SEQUENCE"))).containsExactly("2", "2");
    }

    @Test
    void aSeriesHasTheSessionsOfAllItsActivities() throws Exception {
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "public-series", "title": {"en": "Museums; at work"}}
                """));
        api.publish(api.webinar("public-in-series", draft -> draft.put("series", "public-series")));
        api.publish(api.webinar(
                "public-over",
                draft -> draft.put("series", "public-series")
                        .set("sessions", JSON.valueToTree(List.of(Api.session(day(-9)))))));
        api.publish(api.webinar("public-outside", draft -> {}));

        Api.Answer answer = expect(200, api.get("/programme/series/public-series/calendar.ics"));

        assertThat(answer.body()).contains("X-WR-CALNAME:Museums\\; at work");
        assertThat(events(answer).stream().map(event -> value(event, "URL")))
                .containsExactly(
                        "https://programme.example.org/programme/public-over",
                        "https://programme.example.org/programme/public-in-series");
        expect(404, api.get("/programme/series/public-in-series/calendar.ics"));
    }

    @Test
    void anActivityWithoutDatesIsAnEmptyCalendar() throws Exception {
        api.publish(api.webinar("public-undated", draft -> draft.putArray("sessions")));

        assertThat(events(expect(200, api.get("/programme/public-undated/calendar.ics"))))
                .isEmpty();
    }

    private JsonNode conference(String slug) {
        return api.publish(api.webinar(
                slug,
                draft -> draft.put("kind", "CONFERENCE")
                        .set("sessions", JSON.valueToTree(List.of(Api.session(day(7)), Api.session(day(8)))))));
    }

    private Instant day(int ahead) {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(ahead, ChronoUnit.DAYS);
    }

    /** Whatever breaks the standard fails. */
    private static List<VEvent> events(Api.Answer answer) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(answer.body().lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
