package museum.atrium.registration.calendar;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.testing.Contracts;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One calendar of all that an address is registered for, which only the owner of the address is told of. */
@RegistrationTest
class CalendarFeedTest {

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void itHoldsTheEntriesOfEachRegistrationThatHasAPlaceAndFollowsWhatChanges() {
        webinar("all-first", 48);
        webinar("all-second", 42);
        webinar("all-later", 45);
        api.publish(
                api.webinar("all-full", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        signUp("all-full", "other@feed.example.org", "en");
        String email = "all@feed.example.org";
        signUp("all-first", email, "en");
        clock.letPass(Duration.ofSeconds(1));
        signUp("all-full", email, "en");
        clock.letPass(Duration.ofSeconds(1));
        signUp("all-second", email, "fr");
        signUp("all-second", "other@feed.example.org", "en");

        String path = feed(email);
        Api.Answer answer = expect(200, api.get(path));

        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("inline; filename=\"calendar.ics\"");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-cache", "private");
        assertThat(parsed(answer).getRequiredProperty("NAME").getValue()).isEqualTo("Toutes mes séances");
        assertThat(entries(answer)).containsExactly(entry(own("all-second", email)), entry(own("all-first", email)));
        assertThat(answer.body().replace("\r\n ", ""))
                .contains("/join/" + api.joinToken("all-second", email), "/join/" + api.joinToken("all-first", email))
                .doesNotContain(
                        "/registrations/", "feed.example.org", api.joinToken("all-second", "other@feed.example.org"));

        String tag = String.valueOf(answer.headers().getETag());
        clock.letPass(Duration.ofMinutes(1));
        expect(304, api.get(path, HttpHeaders.IF_NONE_MATCH, tag));

        signUp("all-later", email, "en");
        expect(204, api.call(HttpMethod.DELETE, own("all-first", email), null));
        assertThat(entries(expect(200, api.get(path, HttpHeaders.IF_NONE_MATCH, tag))))
                .containsExactly(entry(own("all-second", email)), entry(own("all-later", email)));

        expect(204, api.call(HttpMethod.DELETE, own("all-second", email), null));
        expect(204, api.call(HttpMethod.DELETE, own("all-later", email), null));
        assertThat(entries(expect(200, api.get(path))))
                .as("still a valid calendar")
                .isEmpty();
    }

    @Test
    void onlyTheMailToTheAddressTellsOfItAndOneLinkNeverOpensAnother() {
        webinar("feed-told", 43);
        signUp("feed-told", "told@feed.example.org", "en");
        String token = api.manageToken("feed-told", "told@feed.example.org");
        String path = feed("told@feed.example.org");
        String feed = path.substring(path.lastIndexOf('/') + 1).replace(".ics", "");
        String id = idOf("told@feed.example.org");

        for (String shown : List.of(
                "/registrations/" + token, "/api/registrations/" + token, "/api/registrations/" + token + "/data")) {
            assertThat(expect(200, api.get(shown)).body()).as(shown).doesNotContain("calendars/", id, feed);
        }
        for (String worthless :
                List.of("A".repeat(48), "short", token, api.joinToken("feed-told", "told@feed.example.org"))) {
            String other = "/api/registrations/calendars/" + worthless + ".ics";
            assertThat(expect(404, api.get(other, HttpHeaders.ACCEPT, "text/calendar"))
                            .at("/type")
                            .stringValue())
                    .isEqualTo("urn:atrium:problem:not-found");
        }
        expect(404, api.get("/api/registrations/" + feed));
        expect(404, api.get("/api/registrations/" + feed + "/calendar.ics"));
    }

    @Test
    void theEventThatAsksForTheMailNamesItAndNoOtherDoes() {
        webinar("feed-event", 43);
        signUp("feed-event", "event@feed.example.org", "en");
        feed("event@feed.example.org");
        String registration = database.sql("select id from registration where email = 'event@feed.example.org'")
                .query(UUID.class)
                .single()
                .toString();

        List<JsonNode> told = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, "atrium.registrations")) {
            eventually(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.key().equals(registration)) {
                        Contracts.event("registration")
                                .assertValid("museum.atrium.registration.linksAsked.v1", record.value());
                        told.add(JsonMapper.shared().readTree(record.value()));
                    }
                });
                assertThat(told).hasSize(2);
            });
        }
        assertThat(told.getFirst().at("/calendar").isNull()).isTrue();
        assertThat(told.getLast().at("/calendar").stringValue()).isEqualTo(idOf("event@feed.example.org"));
        assertThat(told.getLast().at("/occasions/linksAsked").intValue()).isEqualTo(2);
    }

    @Test
    void aRegistrationThatGetsAnotherAddressIsInThatAddressesCalendar() {
        webinar("feed-moved", 43);
        webinar("feed-moved-too", 44);
        signUp("feed-moved", "before@feed.example.org", "en");
        signUp("feed-moved-too", "after@feed.example.org", "en");
        String before = feed("before@feed.example.org");
        String after = feed("after@feed.example.org");
        assertThat(entries(api.get(before))).hasSize(1);

        expect(
                202,
                api.post(
                        own("feed-moved", "before@feed.example.org") + "/address",
                        Map.of("email", "after@feed.example.org")));
        expect(200, api.post(own("feed-moved", "after@feed.example.org") + "/confirmation", null));

        assertThat(entries(expect(200, api.get(before)))).isEmpty();
        assertThat(entries(expect(200, api.get(after)))).hasSize(2);
    }

    @Test
    void itGoesWithTheLastRegistrationOfTheAddressThatIsErased() {
        webinar("feed-erased", 43);
        webinar("feed-erased-too", 44);
        signUp("feed-erased", "erased@feed.example.org", "en");
        signUp("feed-erased-too", "erased@feed.example.org", "en");
        String path = feed("erased@feed.example.org");

        expect(202, api.post(own("feed-erased", "erased@feed.example.org") + "/erasure", null));
        assertThat(entries(expect(200, api.get(path)))).hasSize(1);

        expect(202, api.post(own("feed-erased-too", "erased@feed.example.org") + "/erasure", null));
        expect(404, api.get(path));

        signUp("feed-erased", "erased@feed.example.org", "en");
        assertThat(feed("erased@feed.example.org")).as("another one").isNotEqualTo(path);
        expect(404, api.get(path));
    }

    private void webinar(String slug, int daysAhead) {
        api.publish(api.webinar(
                slug,
                webinar -> webinar.set(
                        "sessions",
                        JsonMapper.shared()
                                .valueToTree(List.of(Api.session(clock.instant().plus(Duration.ofDays(daysAhead))))))));
    }

    private void signUp(String slug, String email, String locale) {
        expect(
                202,
                api.post(
                        "/api/activities/" + slug + "/registrations",
                        Map.of("email", email, "name", "Ana Example", "locale", locale)));
    }

    private String own(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email);
    }

    private String feed(String email) {
        return "/api/registrations/calendars/" + api.feedToken(email) + ".ics";
    }

    private String idOf(String email) {
        return database.sql("select id from calendar_feed where email_key = :email")
                .param("email", email)
                .query(UUID.class)
                .single()
                .toString();
    }

    /** The one entry of one's own calendar of one registration. */
    private String entry(String own) {
        return entries(expect(200, api.get(own + "/calendar.ics"))).getFirst();
    }

    /** Each but for the time at which it was written. */
    private static List<String> entries(Api.Answer answer) {
        return parsed(answer).getComponents("VEVENT").stream()
                .map(VEvent.class::cast)
                .map(event -> event.toString().replaceAll("DTSTAMP:[^\\r\\n]*", ""))
                .toList();
    }

    private static Calendar parsed(Api.Answer answer) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
            assertThat(calendar.validate().getEntries()).isEmpty();
            return calendar;
        } catch (java.io.IOException | net.fortuna.ical4j.data.ParserException e) {
            throw new AssertionError("no calendar: " + answer.body(), e);
        }
    }
}
