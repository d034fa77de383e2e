package museum.atrium.registration.networks;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.pictures.KnownPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Networks, each with its name, its imprint and its privacy notice, and what of the programme is held in their names. */
@RegistrationTest
class NetworksTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String RICH = """
            {"name": "Réseau Exemple", "language": "fr",
             "logo": {"url": "https://network.example.org:8443/logo.png", "alt": {"en": "An open door", "fr": "Une porte ouverte"}},
             "website": "https://network.example.org", "senderAddress": "programme@network.example.org",
             "replyTo": "office@network.example.org",
             "imprint": {"en": "Example Network\\n1 Museum Square", "fr": "Réseau Exemple\\n1, place du Musée"},
             "privacyNotice": {"text": {"en": "We keep it for a year.", "fr": "Nous le gardons un an."},
                               "url": "https://network.example.org/privacy"}}
            """;

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void organisersMakeEditAndListThem() {
        Api.Answer made = expect(201, api.organizer(HttpMethod.POST, "/networks", RICH));
        assertThat(made.headers().getLocation()).hasPath("/api/organizer/networks/reseau-exemple");
        assertThat(made.at("/revision").intValue()).isEqualTo(1);

        Api.Answer edited = expect(200, api.organizer(HttpMethod.PATCH, "/networks/reseau-exemple", """
                {"name": "Réseau Exemple Europe", "logo": null, "replyTo": null, "imprint": {"de": "Platz 1"},
                 "privacyNotice": {"url": null}}
                """));

        assertThat(edited.at("/name").stringValue()).isEqualTo("Réseau Exemple Europe");
        assertThat(edited.at("/revision").intValue()).isEqualTo(2);
        assertThat(edited.at("/logo").isNull() && edited.at("/replyTo").isNull())
                .isTrue();
        assertThat(edited.at("/senderAddress").stringValue()).isEqualTo("programme@network.example.org");
        assertThat(edited.at("/imprint").propertyNames()).containsExactly("de", "en", "fr");
        assertThat(edited.at("/privacyNotice/text/fr").stringValue()).isEqualTo("Nous le gardons un an.");
        assertThat(edited.at("/privacyNotice/url").isNull()).isTrue();
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/networks/reseau-exemple", null))
                        .json())
                .isEqualTo(edited.json());
        assertThat(slugs(expect(200, api.organizer(HttpMethod.GET, "/networks", null))
                        .at("/items")))
                .contains("reseau-exemple");
    }

    @Test
    void nobodyElseMakesOrReadsThemWhole() {
        expect(401, api.get("/api/organizer/networks"));
        expect(401, api.post("/api/organizer/networks", JSON.readTree(RICH)));
        expect(401, api.call(HttpMethod.DELETE, "/api/organizer/networks/none", null));
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PATCH, HttpMethod.DELETE)) {
            expect(404, api.organizer(method, "/networks/none", method == HttpMethod.PATCH ? "{}" : null));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": null}                                               | name",
                "{\"name\": \"A\\nBcc: eve@example.org\"}                       | name",
                "{\"slug\": \"No Slug\"}                                        | slug",
                "{\"name\": \"Сеть\"}                                           | slug",
                "{\"language\": \"?\"}                                          | language",
                "{\"imprint\": null}                                            | imprint",
                "{\"imprint\": {}}                                              | imprint",
                "{\"imprint\": {\"e!\": \"x\"}}                                 | imprint.e!",
                "{\"imprint\": {\"en\": \" \"}}                                 | imprint.en",
                "{\"logo\": {\"url\": \"http://example.org/l.png\", \"alt\": {\"en\": \"L\"}}}  | logo.url",
                "{\"logo\": {\"url\": \"data:image/png;base64,AA\", \"alt\": {\"en\": \"L\"}}}  | logo.url",
                "{\"logo\": {\"url\": \"https://example.org/l.png\"}}           | logo.alt",
                "{\"website\": \"javascript:alert(1)\"}                         | website",
                "{\"senderAddress\": \"nobody\"}                                | senderAddress",
                "{\"senderAddress\": \"\"}                                      | senderAddress",
                "{\"senderAddress\": \"Eve <eve@example.org>\"}                 | senderAddress",
                "{\"senderAddress\": \"a@example.org, b@example.org\"}          | senderAddress",
                "{\"senderAddress\": \"a@example.org\\r\\nBcc: b@example.org\"} | senderAddress",
                "{\"replyTo\": \"a@example.org\\nX: y\"}                        | replyTo",
                "{\"privacyNotice\": {}}                                        | privacyNotice.text",
                "{\"privacyNotice\": {\"text\": {\"en\": \"x\"}, \"url\": \"nowhere\"}} | privacyNotice.url",
                "{\"owner\": \"me\"}                                            | owner"
            })
    void whatIsWrongIsSaidByFieldAndNothingIsStored(String changes, String field) {
        ObjectNode draft = draft("network-wrong");
        draft.remove("slug");
        draft.put("name", "Network wrong");
        draft.setAll((ObjectNode) JSON.readTree(changes));

        Api.Answer refused = expect(422, api.organizer(HttpMethod.POST, "/networks", draft));

        assertThat(refused.at("/errors").findValuesAsString("field")).containsExactly(field);
        expect(404, api.get("/api/networks/network-wrong"));
    }

    @Test
    void theSlugStaysAndIsNobodyElses() {
        network("network-unique");

        expect(409, api.organizer(HttpMethod.POST, "/networks", draft("network-unique")));
        Api.Answer renamed = expect(422, patch("network-unique", "{\"slug\": \"other\"}"));
        assertThat(renamed.at("/errors/0/field").stringValue()).isEqualTo("slug");
        expect(200, patch("network-unique", "{\"slug\": \"network-unique\"}"));
        expect(400, patch("network-unique", "[]"));
    }

    @Test
    void everyoneReadsThemInTheirLanguageWithoutTheirAddressesOfMail() {
        network("network-read");

        Api.Answer read = expect(200, api.get("/api/networks/network-read", HttpHeaders.ACCEPT_LANGUAGE, "en"));

        assertThat(read.json()).isEqualTo(JSON.readTree("""
                {"slug": "network-read", "name": "Réseau Exemple", "language": "fr",
                 "logo": {"url": "https://network.example.org:8443/logo.png", "alt": "An open door"},
                 "website": "https://network.example.org", "imprint": "Example Network\\n1 Museum Square",
                 "privacyNotice": {"text": "We keep it for a year.", "url": "https://network.example.org/privacy"}}
                """));
        String tag = Objects.requireNonNull(read.headers().getETag());
        expect(
                304,
                api.get(
                        "/api/networks/network-read",
                        HttpHeaders.ACCEPT_LANGUAGE,
                        "en",
                        HttpHeaders.IF_NONE_MATCH,
                        tag));
        assertThat(expect(200, api.get("/api/networks/network-read", HttpHeaders.ACCEPT_LANGUAGE, "sl"))
                        .at("/imprint")
                        .stringValue())
                .as("its own language stands in")
                .startsWith("Réseau Exemple");
        assertThat(slugs(expect(200, api.get("/api/networks")).at("/items"))).contains("network-read");
        expect(404, api.get("/api/networks/none"));
    }

    @Test
    void itsPageSaysWhoItIsAndLoadsNothingElsewhere() {
        ObjectNode draft = draft("network-page");
        draft.put("name", "Example <script>alert(1)</script>");
        expect(201, api.organizer(HttpMethod.POST, "/networks", draft));

        String logo = KnownPictures.fetched(database, clock, "https://network.example.org:8443/logo.png");
        Api.Answer page = expect(200, api.get("/networks/network-page", HttpHeaders.ACCEPT_LANGUAGE, "de"));

        assertThat(page.body())
                .contains(
                        "<html lang=\"de\">",
                        "Impressum",
                        "Datenschutzhinweise",
                        "lang=\"fr\">Réseau Exemple\n1, place du Musée</p>",
                        "Nous le gardons un an.",
                        "href=\"https://network.example.org\"",
                        "href=\"https://network.example.org/privacy\"",
                        "src=\"" + logo + "\"",
                        "alt=\"Une porte ouverte\"",
                        "Example &lt;script&gt;")
                .doesNotContain("<script", "programme@network.example.org", "office@network.example.org");
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .matches("default-src 'none'; style-src 'sha256-[^' ]+'; script-src 'sha256-[^' ]+';"
                        + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(expect(404, api.get("/networks/none", HttpHeaders.ACCEPT, "text/html"))
                        .body())
                .contains("<h1");
    }

    @Test
    void aPageWithoutALogoLoadsNothingElsewhere() {
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "network-bare", "name": "Bare", "imprint": {"en": "Bare, Nowhere"}}
                """));

        Api.Answer page = expect(200, api.get("/networks/network-bare"));

        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("; img-src 'self'; ");
        assertThat(page.body()).contains("Bare, Nowhere").doesNotContain("<img", "Privacy");
        assertThat(expect(200, api.get("/api/networks/network-bare"))
                        .at("/privacyNotice")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatIsNewInASeriesIsHeldInItsNetworksNameUnlessItSaysOtherwise() {
        network("network-held");
        network("network-other");
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "held-series", "title": {"en": "Held"}, "network": "network-held"}
                """));
        activity("held-inherits", webinar -> webinar.put("series", "held-series"));
        activity(
                "held-otherwise",
                webinar -> webinar.put("series", "held-series").put("network", "network-other"));
        activity("held-by-nobody", webinar -> {});

        assertThat(shown("held-inherits")).isEqualTo("network-held");
        assertThat(shown("held-otherwise")).isEqualTo("network-other");
        assertThat(expect(200, api.get("/api/activities/held-by-nobody"))
                        .at("/network")
                        .isNull())
                .isTrue();
        Api.Answer series = expect(200, api.get("/api/series/held-series"));
        assertThat(series.at("/network")).isEqualTo(JSON.readTree("""
                {"slug": "network-held", "name": "Réseau Exemple"}
                """));
        assertThat(series.at("/upcoming/0/network/name").stringValue()).isEqualTo("Réseau Exemple");
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/held-inherits/preview", null))
                        .at("/network/slug")
                        .stringValue())
                .isEqualTo("network-held");

        Api.Answer copy = expect(201, api.organizer(HttpMethod.POST, "/activities/held-otherwise/copy", Map.of()));
        assertThat(copy.at("/network").stringValue()).isEqualTo("network-other");
        Api.Answer freed = expect(200, api.organizer(HttpMethod.PATCH, "/activities/held-inherits", """
                {"network": null}
                """));
        assertThat(freed.at("/network").isNull())
                .as("the series says so to new ones only")
                .isTrue();
        expect(200, api.organizer(HttpMethod.PATCH, "/series/held-series", "{\"network\": null}"));
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/series/held-series", null))
                        .at("/network")
                        .isNull())
                .isTrue();
    }

    @Test
    void aNetworkThatIsNoneIsNamedAsTheWrongField() {
        activity("named-wrong", webinar -> {});
        ObjectNode wrong = api.webinar("named-wrong-too", webinar -> webinar.put("network", "none"));

        for (Api.Answer refused : List.of(
                api.organizer(HttpMethod.POST, "/activities", wrong),
                api.organizer(HttpMethod.PATCH, "/activities/named-wrong", "{\"network\": \"none\"}"),
                api.organizer(HttpMethod.PATCH, "/activities/named-wrong", "{\"network\": \"no\\u0000ne\"}"),
                api.organizer(HttpMethod.POST, "/series", "{\"title\": {\"en\": \"Wrong\"}, \"network\": \"none\"}"))) {
            assertThat(expect(422, refused).at("/errors").findValuesAsString("field"))
                    .containsExactly("network");
        }
        expect(404, api.organizer(HttpMethod.GET, "/activities/named-wrong-too", null));
    }

    @Test
    void whoSignsUpIsToldWhatTheNetworkTellsUnlessTheActivityTellsItItself() {
        network("network-tells");
        activity("tells", webinar -> webinar.put("network", "network-tells"));
        activity(
                "tells-itself",
                webinar -> webinar.put("network", "network-tells").set("privacyNotice", JSON.readTree("""
                        {"text": {"en": "We keep nothing."}}
                        """)));

        assertThat(notice("tells")).isEqualTo("We keep it for a year.");
        assertThat(notice("tells-itself")).isEqualTo("We keep nothing.");
        Api.Answer stored = expect(200, api.organizer(HttpMethod.GET, "/activities/tells", null));
        assertThat(stored.at("/privacyNotice").isNull()).as("of its own").isTrue();
        assertThat(stored.at("/formVersion").intValue()).isEqualTo(1);

        expect(200, api.organizer(HttpMethod.PATCH, "/activities/tells-itself", "{\"privacyNotice\": null}"));
        assertThat(notice("tells-itself")).isEqualTo("We keep it for a year.");
    }

    @Test
    void whatSomebodyWasToldStaysKnownWhenTheNetworkTellsAnotherThing() {
        network("network-retells");
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "retold-series", "title": {"en": "Retold"}, "network": "network-retells"}
                """));
        activity("retold", webinar -> webinar.put("network", "network-retells"));
        expect(202, api.signUp("retold", "before@example.org"));
        expect(202, api.post("/api/series/retold-series/subscriptions", Map.of("email", "before@example.org")));

        expect(200, patch("network-retells", "{\"name\": \"Another name\"}"));
        assertThat(formVersion("retold"))
                .as("the name is told nobody as a notice")
                .isEqualTo(1);
        expect(200, patch("network-retells", "{\"privacyNotice\": {\"text\": {\"en\": \"We keep it for a month.\"}}}"));
        expect(202, api.signUp("retold", "after@example.org"));
        expect(202, api.post("/api/series/retold-series/subscriptions", Map.of("email", "after@example.org")));

        assertThat(formVersion("retold")).isEqualTo(2);
        assertThat(notice("retold")).isEqualTo("We keep it for a month.");
        assertThat(told("retold", "before@example.org")).isEqualTo("1 We keep it for a year.");
        assertThat(told("retold", "after@example.org")).isEqualTo("2 We keep it for a month.");
        assertThat(told("retold-series", "before@example.org")).isEqualTo("1 We keep it for a year.");
        assertThat(told("retold-series", "after@example.org")).isEqualTo("2 We keep it for a month.");
    }

    @Test
    void howeverManyWriteAtTheSameTimeEveryActivityTellsWhatItsNetworkTellsInTheEnd() throws Exception {
        network("network-crowd");
        activity("crowd-edited", webinar -> webinar.put("network", "network-crowd"));
        List<Future<Api.Answer>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < 12; number++) {
                String text = "{\"privacyNotice\": {\"text\": {\"en\": \"Notice " + number + "\"}}}";
                String summary = "{\"summary\": {\"en\": \"Summary " + number + "\"}}";
                ObjectNode draft = api.webinar("crowd-" + number, webinar -> webinar.put("network", "network-crowd"));
                calls.add(callers.submit(() -> patch("network-crowd", text)));
                calls.add(callers.submit(() -> api.organizer(HttpMethod.POST, "/activities", draft)));
                calls.add(callers.submit(() -> api.organizer(HttpMethod.PATCH, "/activities/crowd-edited", summary)));
                calls.add(callers.submit(
                        () -> api.organizer(HttpMethod.POST, "/activities/crowd-edited/copy", Map.of())));
            }
        }

        for (Future<Api.Answer> call : calls) {
            assertThat(call.get().status()).isBetween(200, 201);
        }
        String last = expect(200, api.get("/api/networks/network-crowd", HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .at("/privacyNotice/text")
                .stringValue();
        for (int number = 0; number < 12; number++) {
            assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/crowd-" + number + "/preview", null))
                            .at("/privacyNotice/text")
                            .stringValue())
                    .isEqualTo(last);
        }
        assertThat(notice("crowd-edited")).isEqualTo(last);
    }

    @Test
    void itIsDeletedOnlyWhenNothingIsHeldInItsName() {
        network("network-going");
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "going-series", "title": {"en": "Going"}, "network": "network-going"}
                """));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities",
                        api.webinar("going-draft", webinar -> webinar.put("network", "network-going"))));

        Api.Answer refused = expect(409, api.organizer(HttpMethod.DELETE, "/networks/network-going", null));
        assertThat(refused.at("/type").stringValue()).endsWith(":network-in-use");
        assertThat(refused.at("/detail").stringValue()).contains("going-series", "going-draft");
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/going-draft", "{\"network\": null}"));
        expect(409, api.organizer(HttpMethod.DELETE, "/networks/network-going", null));
        expect(200, api.organizer(HttpMethod.PATCH, "/series/going-series", "{\"network\": null}"));

        expect(204, api.organizer(HttpMethod.DELETE, "/networks/network-going", null));
        expect(404, api.organizer(HttpMethod.DELETE, "/networks/network-going", null));
        expect(404, api.get("/networks/network-going"));
        network("network-going");
    }

    @Test
    void thePagesOfARegistrationNameTheNetworkAtTheirEnd() {
        network("network-foot");
        JsonNode activity = activity("foot", webinar -> webinar.put("network", "network-foot"));
        activity("foot-without", webinar -> {});
        expect(202, api.signUp("foot", "ana@example.org"));
        expect(202, api.signUp("foot-without", "ana@example.org"));
        String own = "/registrations/" + api.manageToken("foot", "ana@example.org");
        String join = "/join/" + api.joinToken("foot", "ana@example.org") + "/"
                + activity.at("/sessions/0/id").stringValue();

        for (Api.Answer page :
                List.of(api.get(own), api.get(join), api.form(own + "/transfer", "name=Ben&email=ben%40example.org"))) {
            assertThat(expect(200, page).body())
                    .contains("<footer>", "Réseau Exemple", "href=\"/networks/network-foot\"");
        }
        assertThat(expect(200, api.get("/registrations/" + api.manageToken("foot", "ben@example.org")))
                        .body())
                .as("what is passed on")
                .contains("href=\"/networks/network-foot\"", "We keep it for a year.");
        assertThat(expect(200, api.get("/registrations/" + api.manageToken("foot-without", "ana@example.org")))
                        .body())
                .doesNotContain("<footer>", "/networks/");
    }

    private JsonNode activity(String slug, Consumer<ObjectNode> changes) {
        return api.publish(api.webinar(slug, changes));
    }

    private void network(String slug) {
        expect(201, api.organizer(HttpMethod.POST, "/networks", draft(slug)));
    }

    private static ObjectNode draft(String slug) {
        return ((ObjectNode) JSON.readTree(RICH)).put("slug", slug);
    }

    private Api.Answer patch(String slug, String changes) {
        return api.organizer(HttpMethod.PATCH, "/networks/" + slug, changes);
    }

    private String shown(String activity) {
        return expect(200, api.get("/api/activities/" + activity))
                .at("/network/slug")
                .stringValue();
    }

    private String notice(String activity) {
        return expect(200, api.get("/api/activities/" + activity, HttpHeaders.ACCEPT_LANGUAGE, "en"))
                .at("/privacyNotice/text")
                .stringValue();
    }

    private int formVersion(String activity) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + activity, null))
                .at("/formVersion")
                .intValue();
    }

    /** With the version of the form that they answered. */
    private String told(String slug, String email) {
        JsonNode answered = expect(200, api.get("/api/registrations/" + api.manageToken(slug, email) + "/data"))
                .at("/answered");
        return answered.at("/formVersion").intValue() + " "
                + answered.at("/privacyNotice/text").stringValue();
    }

    private static List<String> slugs(JsonNode items) {
        return items.findValuesAsString("slug");
    }
}
