package museum.atrium.registration.lists;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Organisers find who they look for among all who are registered. */
@RegistrationTest
class RegistrationListsTest {

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aListIsNarrowedByStatusCountryAndLanguage() {
        api.publish(api.webinar("narrowed", webinar -> {
            webinar.put("capacity", 3);
            webinar.put("waitlist", true);
        }));
        person("narrowed", Map.of("email", "a@example.org", "name", "A", "country", "PT", "locale", "pt-BR"));
        person("narrowed", Map.of("email", "b@example.org", "name", "B", "country", "FR", "locale", "fr"));
        person("narrowed", Map.of("email", "c@example.org", "name", "C", "country", "PT", "locale", "pt"));
        person("narrowed", Map.of("email", "d@example.org", "name", "D", "locale", "en"));
        person("narrowed", Map.of("email", "e@example.org", "name", "E", "locale", "en"));
        String b = list("narrowed", "q=b@example").at("/items/0/id").stringValue();
        expect(200, api.organizer(HttpMethod.DELETE, "/registrations/" + b, null));

        assertThat(addresses(list("narrowed", ""))).containsExactly("a", "b", "c", "d", "e");
        assertThat(addresses(list("narrowed", "status=confirmed"))).containsExactly("a", "c", "d");
        assertThat(addresses(list("narrowed", "status=WAITLISTED,cancelled"))).containsExactly("b", "e");
        assertThat(addresses(list("narrowed", "country=pt"))).containsExactly("a", "c");
        assertThat(addresses(list("narrowed", "language=pt"))).containsExactly("a", "c");
        assertThat(addresses(list("narrowed", "language=PT-br"))).containsExactly("a");
        JsonNode both = list("narrowed", "country=PT&language=pt-BR&status=CONFIRMED&limit=1");
        assertThat(addresses(both)).containsExactly("a");
        assertThat(both.at("/total").intValue()).isEqualTo(1);
    }

    @Test
    void aListIsNarrowedByTheSessionsThatWereChosenAndThoseThatPeopleCameTo() {
        Instant soon = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode activity = api.publish(api.webinar(
                "sessions-of-people",
                webinar -> webinar.putArray("sessions")
                        .addPOJO(Api.session(soon))
                        .addPOJO(Api.session(soon.plus(1, ChronoUnit.DAYS)))));
        String first = activity.at("/sessions/0/id").stringValue();
        String second = activity.at("/sessions/1/id").stringValue();
        person("sessions-of-people", Map.of("email", "all@example.org", "name", "All"));
        person("sessions-of-people", Map.of("email", "one@example.org", "name", "One", "sessions", List.of(first)));
        person("sessions-of-people", Map.of("email", "two@example.org", "name", "Two", "sessions", List.of(second)));
        clock.letPass(Duration.ofMinutes(61));
        String one = list("sessions-of-people", "q=one@").at("/items/0/id").stringValue();
        expect(204, api.organizer(HttpMethod.PUT, "/sessions/" + first + "/attendance/" + one, null));

        assertThat(addresses(list("sessions-of-people", "session=" + first))).containsExactly("all", "one");
        assertThat(addresses(list("sessions-of-people", "session=" + second))).containsExactly("all", "two");
        assertThat(addresses(list("sessions-of-people", "attended=" + first))).containsExactly("one");
        assertThat(addresses(list("sessions-of-people", "attended=" + second))).isEmpty();
        assertThat(addresses(list("sessions-of-people", "attended=true"))).containsExactly("one");
        assertThat(addresses(list("sessions-of-people", "attended=false"))).containsExactly("all", "two");
        expect(400, api.organizer(HttpMethod.GET, path("sessions-of-people", "session=" + UUID.randomUUID()), null));
        expect(400, api.organizer(HttpMethod.GET, path("sessions-of-people", "attended=yes"), null));
    }

    @Test
    void namesAddressesAndAffiliationsAreFoundWithoutRegardToCaseAndAccents() {
        api.publish(api.webinar("found", webinar -> {}));
        person("found", Map.of("email", "z@example.org", "name", "José Núñez", "affiliation", "Museu d'Història"));
        person("found", Map.of("email", "y@example.org", "name", "أَحْمَد الفنان"));
        person("found", Map.of("email", "x_1@example.org", "name", "100% \"Ana\" O'Neill"));
        person("found", Map.of("email", "x21@example.org", "name", "1000 Ana\\Ben"));
        person("found", Map.of("email", "w@example.org", "name", "Ελένη ΟΔΥΣΣΕΑ"));

        assertThat(addresses(list("found", "q=" + encoded("JOSE NUN")))).containsExactly("z");
        assertThat(addresses(list("found", "q=" + encoded("núñez")))).containsExactly("z");
        assertThat(addresses(list("found", "q=" + encoded("HISTÒRIA")))).containsExactly("z");
        assertThat(addresses(list("found", "q=" + encoded("احمد")))).containsExactly("y");
        assertThat(addresses(list("found", "q=" + encoded("ελενη")))).containsExactly("w");
        assertThat(addresses(list("found", "q=" + encoded("0%")))).containsExactly("x_1");
        assertThat(addresses(list("found", "q=" + encoded("x_")))).containsExactly("x_1");
        assertThat(addresses(list("found", "q=" + encoded("\"ana\" o'n")))).containsExactly("x_1");
        assertThat(addresses(list("found", "q=" + encoded("ana\\")))).containsExactly("x21");
        assertThat(addresses(list("found", "q=" + encoded("nuñezz")))).isEmpty();
        assertThat(addresses(list("found", "q=" + encoded("núñez museu"))))
                .as("nothing is found across two fields")
                .isEmpty();
    }

    @Test
    void pagesHaveNoGapsAndNothingTwiceWhilePeopleAreAdded() {
        api.publish(api.webinar("list-growing", webinar -> {}));
        IntStream.range(0, 7).forEach(i -> expect(202, api.signUp("list-growing", "p" + i + "@example.org")));
        List<String> seen = new ArrayList<>();
        JsonNode page = list("list-growing", "limit=2");
        assertThat(page.at("/total").intValue()).isEqualTo(7);
        seen.addAll(addresses(page));
        int added = 7;
        while (!page.at("/next").isNull()) {
            if (added < 10) {
                expect(202, api.signUp("list-growing", "p" + added++ + "@example.org"));
            }
            page = list("list-growing", "limit=2&cursor=" + page.at("/next").stringValue());
            seen.addAll(addresses(page));
            assertThat(page.at("/total").intValue())
                    .as("as with the first page")
                    .isEqualTo(7);
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void whoOnlyWaitsToTakeOverAPlaceIsNotListed() {
        api.publish(api.webinar("list-passed-on", webinar -> {}));
        expect(202, api.signUp("list-passed-on", "giver@example.org"));
        expect(
                202,
                api.post(
                        "/api/registrations/" + api.manageToken("list-passed-on", "giver@example.org") + "/transfer",
                        Map.of("email", "taker@example.org", "name", "Taker")));

        JsonNode listed = list("list-passed-on", "");
        assertThat(addresses(listed)).containsExactly("giver");
        assertThat(listed.at("/total").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stauts=CONFIRMED",
                "status=LOST",
                "status=CONFIRMED,",
                "status=CONFIRMED&status=PENDING",
                "country=PRT",
                "language=%25",
                "session=1",
                "reachable=maybe",
                "limit=0",
                "limit=501",
                "limit=many",
                "cursor=wrong",
                "q=%00"
            })
    void aQueryThatCannotBeUnderstoodIsRefused(String query) {
        if (api.organizer(HttpMethod.GET, "/activities/refusing", null).status() == 404) {
            api.publish(api.webinar("refusing", webinar -> {}));
        }
        assertThat(api.organizer(HttpMethod.GET, path("refusing", query), null).status())
                .isEqualTo(400);
    }

    @Test
    void whatAttendedMayBeIsSaidInFull() {
        api.publish(api.webinar("attended-what", webinar -> {}));
        for (String other : List.of("maybe", "00000000-0000-0000-0000-000000000001")) {
            assertThat(expect(400, api.organizer(HttpMethod.GET, path("attended-what", "attended=" + other), null))
                            .at("/detail")
                            .stringValue())
                    .contains("true, false, or the id of a session of 'attended-what'");
        }
    }

    @Test
    void nobodyElseSeesTheList() {
        expect(401, api.get("/api/organizer/activities/any/registrations"));
        expect(401, api.get("/api/organizer/activities"));
        expect(404, api.organizer(HttpMethod.GET, path("no-such-activity", ""), null));
    }

    private void person(String slug, Map<String, Object> person) {
        expect(202, api.post("/api/activities/" + slug + "/registrations", person));
    }

    private JsonNode list(String slug, String query) {
        return expect(200, api.organizer(HttpMethod.GET, path(slug, query), null))
                .at("");
    }

    private static String path(String slug, String query) {
        return "/activities/" + slug + "/registrations?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What is before the @. */
    private static List<String> addresses(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/email").stringValue().replace("@example.org", ""))
                .toList();
    }
}
