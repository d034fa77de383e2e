package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pictures.KnownPictures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pages that everyone comes to from anywhere, and the list that other sites show. */
@RegistrationTest
class ProgrammePagesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\\\"'";

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void thePageTellsWhatThereIsToKnowInTheReadersLanguage() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "page-network", "name": "Example Network", "imprint": {"en": "Example Network, 1 Museum Square"}}
                """));
        api.publish(api.webinar(
                "page-told", draft -> draft.put("network", "page-network").setAll((ObjectNode) JSON.readTree("""
                        {"summary": {"fr": "Une heure.\\nPuis des questions."}, "capacity": 12,
                         "cover": {"url": "https://pictures.example.org/cover.jpg", "alt": {"fr": "Une porte ouverte"}},
                         "accessibility": {"offers": ["LIVE_CAPTIONS"], "note": {"en": "Write to us."}},
                         "speakers": [{"name": "Ana Example", "affiliation": "Example Museum"}],
                         "organizations": [{"name": "Example House", "role": "HOST", "website": "https://house.example.org"}]}
                        """))));

        String cover = KnownPictures.fetched(database, clock, "https://pictures.example.org/cover.jpg");
        Api.Answer page = expect(200, api.get("/programme/page-told", HttpHeaders.ACCEPT_LANGUAGE, "fr-CA, de;q=0.5"));

        assertThat(page.body())
                .contains(
                        "<html lang=\"fr\">",
                        "<h1 lang=\"fr\" dir=\"auto\">Prendre soin des collections</h1>",
                        "lang=\"fr\">Une heure.\nPuis des questions.</p>",
                        "Les inscriptions sont ouvertes",
                        "Places libres\u00a0: 12",
                        "Europe/Paris",
                        "<img src=\"" + cover + "\" alt=\"Une porte ouverte\"",
                        "Sous-titres en direct",
                        "lang=\"en\">Write to us.</p>",
                        "Ana Example",
                        "Example Museum",
                        "href=\"https://house.example.org\"",
                        "href=\"/networks/page-network\"",
                        "<link rel=\"canonical\" href=\"https://programme.example.org/programme/page-told\">",
                        "type=\"text/calendar\""
                                + " href=\"https://programme.example.org/programme/page-told/calendar.ics\"",
                        "type=\"application/atom+xml\" href=\"https://programme.example.org/programme/feed.atom\"",
                        "hreflang=\"de\" href=\"https://programme.example.org/programme/page-told?lang=de\"")
                .doesNotContain("live.example.org");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .matches("default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+';"
                        + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.headers().getFirst("X-Robots-Tag")).as("may be found").isNull();
        assertThat(expect(200, api.get("/programme/page-told?lang=de", HttpHeaders.ACCEPT_LANGUAGE, "fr"))
                        .body())
                .contains("<html lang=\"de\">", "Die Anmeldung ist offen", "lang=\"fr\" dir=\"auto\">Prendre");
        expect(400, api.get("/programme/page-told?lang=%3Cb%3E"));
    }

    @Test
    void itIsKeptForAMomentAndNotSentTwice() {
        api.publish(api.webinar("page-kept", draft -> {}));

        Api.Answer page = expect(200, api.get("/programme/page-kept"));

        assertThat(page.headers().getCacheControl()).isEqualTo("max-age=60, public");
        assertThat(page.headers().getVary()).contains("Accept-Language");
        String tag = Objects.requireNonNull(page.headers().getETag());
        expect(304, api.get("/programme/page-kept", HttpHeaders.IF_NONE_MATCH, tag));
        expect(202, api.signUp("page-kept", "kept@example.org"));
        api.organizer(HttpMethod.PATCH, "/activities/page-kept", "{\"capacity\": 7}");
        expect(200, api.get("/programme/page-kept", HttpHeaders.IF_NONE_MATCH, tag));
    }

    @Test
    void nothingThatAnOrganiserWritesBecomesMarkup() {
        Map<String, String> text = Map.of("en", HOSTILE);
        api.publish(api.webinar("page-hostile", draft -> {
            draft.set("title", JSON.valueToTree(text));
            draft.set("summary", JSON.valueToTree(text));
            draft.set("accessibility", JSON.valueToTree(Map.of("offers", new String[0], "note", text)));
            draft.set("speakers", JSON.valueToTree(new Object[] {Map.of("name", HOSTILE, "affiliation", HOSTILE)}));
            draft.set("organizations", JSON.valueToTree(new Object[] {Map.of("name", HOSTILE, "role", "PARTNER")}));
            ((ObjectNode) draft.at("/sessions/0")).set("title", JSON.valueToTree(text));
        }));
        expect(200, api.organizer(HttpMethod.POST, "/activities/page-hostile/cancellation", Map.of("reason", HOSTILE)));

        Api.Answer page = expect(200, api.get("/programme/page-hostile"));

        assertThat(page.body()).contains("&lt;img src=x").doesNotContain("<img", "onerror=alert(1)>");
    }

    @Test
    void whatHappenedToTheDatesIsSaid() {
        JsonNode moved = api.publish(api.webinar("page-moved", draft -> {}));
        String session = moved.at("/sessions/0/id").stringValue();
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + session, """
                {"startsAt": "2030-03-01T13:00:00Z", "endsAt": "2030-03-01T14:00:00Z"}
                """));
        api.publish(api.webinar("programme-page-cancelled", draft -> {}));
        expect(
                200,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/programme-page-cancelled/cancellation",
                        Map.of("reason", "Ana is ill.")));

        assertThat(expect(200, api.get("/programme/page-moved")).body())
                .contains("Friday, 1 March 2030", "Moved from ");
        assertThat(expect(200, api.get("/programme/programme-page-cancelled")).body())
                .contains("<span class=\"state\">Cancelled</span>", "Ana is ill.")
                .doesNotContain("id=\"sign-up\"");
    }

    @Test
    void aSeriesShowsWhatIsComing() {
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "page-series", "title": {"en": "Museums <b>at work</b>"}}
                """));
        api.publish(api.webinar("page-in-series", draft -> draft.put("series", "page-series")));

        Api.Answer page = expect(200, api.get("/programme/series/page-series"));

        assertThat(page.body())
                .contains(
                        "Museums &lt;b&gt;at work&lt;/b&gt;",
                        "href=\"https://programme.example.org/programme/page-in-series\"",
                        "/programme/feed.atom?series=page-series\"",
                        "/programme/series/page-series/calendar.ics\"");
        assertThat(expect(200, api.get("/programme/page-in-series")).body())
                .contains("href=\"https://programme.example.org/programme/series/page-series\"");
        expect(404, api.get("/programme/page-series"));
        expect(404, api.get("/programme/series/page-in-series"));
    }

    @Test
    void theProgrammeListsWhatIsComingWithItsNetworkAndItsSeries() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "list-network", "name": "Listed Network", "imprint": {"en": "1 Museum Square"}}
                """));
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "list-series", "title": {"en": "Listed series"}, "network": "list-network"}
                """));
        api.publish(
                soon("list-open", draft -> draft.put("series", "list-series").put("network", "list-network")));
        api.publish(soon("list-full", draft -> draft.put("capacity", 1).put("waitlist", false)));
        expect(202, api.signUp("list-full", "listed@example.org"));
        expect(201, api.organizer(HttpMethod.POST, "/activities", soon("list-draft", draft -> {})));

        String listed = wholeProgramme("de");

        assertThat(listed)
                .contains(
                        "<html lang=\"de\">",
                        "<h1>Programm</h1>",
                        "href=\"https://programme.example.org/programme/list-open\"",
                        "<bdi>Listed Network</bdi>",
                        "href=\"https://programme.example.org/programme/series/list-series\" lang=\"en\">Listed series</a>",
                        "Europe/Paris",
                        "hreflang=\"sl\" href=\"https://programme.example.org/programme?lang=sl\"",
                        "href=\"https://programme.example.org/programme/feed.atom\"")
                .doesNotContainPattern("<script(?! type=\"module\">const zone)")
                .doesNotContain("list-draft", "??");
        String full = listed.substring(listed.indexOf("/programme/list-full\""));
        assertThat(full.substring(0, full.indexOf("</li>"))).contains("Alle Plätze sind belegt");
        Api.Answer page = expect(200, api.get("/programme"));
        assertThat(page.headers().getCacheControl()).isEqualTo("max-age=60, public");
        expect(
                304,
                api.get(
                        "/programme",
                        HttpHeaders.IF_NONE_MATCH,
                        String.valueOf(page.headers().getETag())));
        assertThat(expect(200, api.get("/programme/list-open")).body())
                .contains("<a href=\"/programme\">Programme</a>");
    }

    @Test
    void theProgrammeIsLeafedThroughInBothDirections() {
        for (int i = 0; i < 21; i++) {
            api.publish(api.webinar("list-many-" + i, draft -> {}));
        }
        String first = expect(200, api.get("/programme?lang=en")).body();
        String second = expect(200, api.get("/programme?lang=en&page=2")).body();

        assertThat(first)
                .contains(
                        "<a rel=\"next\" href=\"https://programme.example.org/programme?page=2&amp;lang=en\">Next page</a>")
                .doesNotContain("Previous page");
        assertThat(second)
                .contains(
                        "<a rel=\"prev\" href=\"https://programme.example.org/programme?lang=en\">Previous page</a>",
                        "<link rel=\"canonical\" href=\"https://programme.example.org/programme?page=2\">");
        assertThat(listed(first)).hasSize(20);
        assertThat(listed(wholeProgramme("en")).stream()
                        .filter(address -> address.contains("/list-many-"))
                        .toList())
                .as("each once")
                .hasSize(21)
                .doesNotHaveDuplicates();
        for (String wrong : List.of("0", "-1", "x", "10000", "1.5")) {
            Api.Answer refused = expect(400, api.get("/programme?page=" + wrong));
            assertThat(refused.at("/detail").stringValue()).contains("'page'");
        }
        expect(404, api.get("/programme?page=9999"));
        assertThat(expect(400, api.get("/programme?page=x", HttpHeaders.ACCEPT, "text/html"))
                        .body())
                .contains("Something in this address is not right");
    }

    @Test
    void theLogoOfItsNetworkIsShownWithWhatItShows() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "logo-network", "name": "Network with a logo", "imprint": {"en": "1 Museum Square"},
                 "logo": {"url": "https://pictures.example.org/logo.png", "alt": {"en": "Two doors", "fr": "Deux portes"}}}
                """));
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "logo-series", "title": {"en": "Series"}, "network": "logo-network"}
                """));
        api.publish(api.webinar("logo-page", draft -> draft.put("network", "logo-network")));
        expect(202, api.signUp("logo-page", "ana@logo.example.org"));
        String own = "/registrations/" + api.manageToken("logo-page", "ana@logo.example.org");

        String logo = KnownPictures.fetched(database, clock, "https://pictures.example.org/logo.png");
        for (String path : List.of("/programme/logo-page", "/programme/series/logo-series", own)) {
            Api.Answer page = expect(200, api.get(path));
            assertThat(page.body())
                    .contains("<header>", "src=\"" + logo + "\" alt=\"Two doors\" lang=\"en\"")
                    .contains("<bdi>Network with a logo</bdi>");
            assertThat(page.headers().getFirst("Content-Security-Policy")).contains("; img-src 'self';");
        }
        assertThat(expect(200, api.get("/programme/logo-page?lang=fr")).body())
                .contains("alt=\"Deux portes\" lang=\"fr\"");
    }

    @Test
    void aConferenceIsListedWithItsDaysItsNumberOfSessionsAndTheNextOne() {
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "days-series", "title": {"en": "Days"}}
                """));
        Instant start = clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(20, ChronoUnit.DAYS)
                .plus(9, ChronoUnit.HOURS);
        JsonNode conference = api.publish(api.webinar(
                "days-conference",
                draft -> draft.put("kind", "CONFERENCE")
                        .put("series", "days-series")
                        .set(
                                "sessions",
                                JSON.valueToTree(List.of(
                                        Api.session(start),
                                        Api.session(start.plus(1, ChronoUnit.DAYS)),
                                        Api.session(start.plus(2, ChronoUnit.DAYS)))))));
        SessionTimes times = new SessionTimes(Locale.ENGLISH, ZoneId.of("Europe/Paris"));
        String days = times.days(start, start.plus(2, ChronoUnit.DAYS));
        assertThat(days).contains("\u2009\u2013\u2009");

        for (String path : List.of("/programme/series/days-series", "/programme/widget?series=days-series")) {
            assertThat(expect(200, api.get(path)).body())
                    .contains(
                            "<span>" + days + "</span>", "Sessions: 3", "Next session: ", "datetime=\"" + start + "\"");
        }
        String first = conference.at("/sessions/0/id").stringValue();
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + first, null));

        assertThat(expect(200, api.get("/programme/widget?series=days-series")).body())
                .contains(times.days(start.plus(1, ChronoUnit.DAYS), start.plus(2, ChronoUnit.DAYS)), "Sessions: 2")
                .contains("datetime=\"" + start.plus(1, ChronoUnit.DAYS) + "\"")
                .doesNotContain(days);
        expect(200, api.organizer(HttpMethod.POST, "/activities/days-conference/cancellation", null));
        assertThat(expect(200, api.get("/programme/widget?series=days-series")).body())
                .contains("<span class=\"off\">", "Cancelled")
                .doesNotContain("Next session");
    }

    /** Earlier than what other tests publish, so that it is on the first page. */
    private ObjectNode soon(String slug, Consumer<ObjectNode> changes) {
        Instant start = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        return api.webinar(slug, draft -> {
            draft.set("sessions", JSON.valueToTree(List.of(Api.session(start))));
            changes.accept(draft);
        });
    }

    /** All of its pages, one after the other. */
    private String wholeProgramme(String language) {
        StringBuilder pages = new StringBuilder();
        String path = "/programme?lang=" + language;
        while (!path.isEmpty()) {
            String page = expect(200, api.get(path)).body();
            pages.append(page);
            path = Pattern.compile("<a rel=\"next\" href=\"https://programme.example.org([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("");
        }
        return pages.toString();
    }

    private static List<String> listed(String page) {
        return Pattern.compile("<strong><a href=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void nobodyFindsADraft() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("page-draft", draft -> {})));

        for (String path : new String[] {"", "/calendar.ics"}) {
            expect(404, api.get("/programme/page-draft" + path));
        }
        Api.Answer page = expect(404, api.get("/programme/page-draft", HttpHeaders.ACCEPT, "text/html"));
        assertThat(page.body()).contains("There is no such page").doesNotContain("mail");
        assertThat(page.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void otherSitesFrameTheListAndNothingElse() {
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "widget-series", "title": {"en": "Framed"}}
                """));
        api.publish(api.webinar("widget-listed", draft -> draft.put("series", "widget-series")));
        api.publish(api.webinar("widget-elsewhere", draft -> {}));

        Api.Answer widget = expect(200, api.get("/programme/widget?series=widget-series&lang=fr&theme=dark"));

        assertThat(widget.body())
                .contains(
                        "<html lang=\"fr\" class=\"dark\">",
                        "href=\"https://programme.example.org/programme/widget-listed\" lang=\"fr\" target=\"_blank\""
                                + " rel=\"noopener\">Prendre soin des collections</a>",
                        "Les inscriptions sont ouvertes")
                .doesNotContain("widget-elsewhere", "<script", "<form");
        assertThat(widget.headers().getFirst("Content-Security-Policy")).endsWith("; frame-ancestors *");
        assertThat(widget.headers().getFirst("X-Frame-Options")).isNull();
        assertThat(expect(200, api.get("/programme/widget")).body()).contains("<html lang=\"en\">");
        assertThat(expect(200, api.get("/programme/widget?network=nobodys")).body())
                .contains("Nothing is planned at present.");
        for (String wrong : new String[] {"limit=0", "limit=21", "limit=x", "theme=red", "lang=!", "series=%00"}) {
            Api.Answer refused = expect(400, api.get("/programme/widget?" + wrong));
            assertThat(refused.at("/detail").stringValue())
                    .contains("'" + wrong.substring(0, wrong.indexOf('=')) + "'");
            assertThat(refused.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
            assertThat(expect(400, api.get("/programme/widget?" + wrong, HttpHeaders.ACCEPT, "text/html"))
                            .body())
                    .contains("Something in this address is not right")
                    .doesNotContain("Things have changed meanwhile");
        }
    }

    @Test
    void noActivityIsCalledAsTheListIs() {
        Api.Answer refused =
                expect(422, api.organizer(HttpMethod.POST, "/activities", api.webinar("widget", draft -> {})));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("slug");
    }
}
