package museum.atrium.registration.rights;

import static museum.atrium.registration.Accounts.bearer;
import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import museum.atrium.registration.OrganizerOperation;
import museum.atrium.registration.RegistrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** Two networks, east and west, with a series and activities each, one activity between them, and who may do what there. */
@RegistrationTest
class RightsTest {

    private static final String[] EAST = bearer("ena", "organizer:network/east-of-rights");
    private static final String[] EAST_SERIES = bearer("sena", "organizer:series/rights-east");

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @BeforeEach
    void theTwoNetworks() {
        if (database.sql("select 1 from network where slug = 'east-of-rights'")
                .query()
                .singleColumn()
                .isEmpty()) {
            for (String side : List.of("east", "west")) {
                network(side + "-of-rights");
                series("rights-" + side, side + "-of-rights");
                api.publish(
                        api.webinar("rights-" + side + "-talk", webinar -> webinar.put("series", "rights-" + side)));
                api.publish(api.webinar("rights-" + side + "-alone", webinar -> {}));
                move("rights-" + side + "-alone", side + "-of-rights");
                expect(202, api.signUp("rights-" + side + "-talk", "ana@example.org"));
                certificate("rights-" + side + "-talk", side.equals("east") ? "EAST000000000000" : "WEST000000000000");
            }
            api.publish(api.webinar("rights-nobodys", webinar -> {}));
        }
    }

    @ParameterizedTest
    @MethodSource("museum.atrium.registration.OrganizerOperation#all")
    void nobodyCallsItWithoutAnAccount(OrganizerOperation operation) {
        assertThat(call(operation, "west").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("museum.atrium.registration.OrganizerOperation#changing")
    void whoOnlyViewsChangesNothing(OrganizerOperation operation) {
        for (String role : List.of("viewer", "viewer:network/west-of-rights")) {
            assertThat(call(operation, "west", bearer("vida", role)).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @MethodSource("museum.atrium.registration.OrganizerOperation#all")
    void whoseRoleIsLimitedReachesNothingElsewhere(OrganizerOperation operation) {
        for (String[] account : List.of(EAST, EAST_SERIES)) {
            Api.Answer answer = call(operation, "west", account);

            switch (operation.id()) {
                case "listOrganizerActivities", "listOrganizerSeries" ->
                    assertThat(expect(200, answer).body()).doesNotContain("rights-west", "rights-nobodys");
                case "draftActivity",
                        "createSeries",
                        "listAudit",
                        "askErasure",
                        "listErasures",
                        "searchErasures",
                        "showErasure",
                        "askExport",
                        "listExports",
                        "showExport" -> expect(403, answer);
                default -> {
                    if (operation.path().startsWith("/api/organizer/webhooks")) {
                        expect(403, answer);
                    } else if (isOfNetworks(operation)) {
                        assertThat(answer.status()).isIn(operation.reads() ? List.of(200, 404) : List.of(403));
                    } else {
                        expect(404, answer);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("museum.atrium.registration.OrganizerOperation#all")
    void whatIsNotThereIsAnsweredLikeWhatIsAnothers(OrganizerOperation operation) {
        if (!operation.path().contains("{") || isOfNetworks(operation)) {
            return;
        }
        String others = call(operation, "west", EAST).at("/detail").stringValue();
        assertThat(call(operation, "nowhere", EAST).at("/detail").stringValue()).isEqualTo(others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities/rights-east-talk",
                "/activities/rights-east-talk/registrations",
                "/activities/rights-east-talk/certificates",
                "/activities/rights-east-talk/statistics",
                "/series/rights-east",
                "/series/rights-east/subscriptions"
            })
    void whatIsInOnesNetworkOrSeriesIsThere(String path) {
        expect(200, get(path, EAST));
        expect(200, get(path, EAST_SERIES));
        expect(200, get(path, bearer("vera", "viewer:network/east-of-rights")));
    }

    @Test
    void anActivityWithoutASeriesIsInItsNetworkAlone() {
        expect(200, get("/activities/rights-east-alone", EAST));
        expect(404, get("/activities/rights-east-alone", EAST_SERIES));
        expect(404, get("/activities/rights-nobodys", EAST));
    }

    @Test
    void sessionsRegistrationsAndCertificatesAreReachedByTheirActivity() {
        String session = idOf("session", "rights-east-talk");
        String registration = idOf("registration", "rights-east-talk");

        expect(200, get("/sessions/" + session + "/attendance", EAST_SERIES));
        expect(200, send(HttpMethod.PATCH, "/sessions/" + session, Map.of("capacity", 50), EAST));
        assertThat(send(HttpMethod.POST, "/registrations/" + registration + "/approval", null, EAST)
                        .status())
                .isEqualTo(200);
        expect(
                200,
                send(
                        HttpMethod.POST,
                        "/certificates/east-0000-0000-0000/revocation",
                        Map.of("reason", "A test"),
                        EAST));
    }

    @Test
    void listsShowWhatOneReachesPageByPage() {
        assertThat(slugs(get("/activities?q=rights-&limit=100", EAST)))
                .contains("rights-east-talk", "rights-east-alone")
                .doesNotContain("rights-nobodys");
        assertThat(slugs(get("/activities?q=rights-&limit=100", EAST_SERIES)))
                .contains("rights-east-talk")
                .doesNotContain("rights-east-alone", "rights-west-talk", "rights-nobodys");
        assertThat(slugs(get("/activities?limit=1&q=rights-east", EAST))).hasSize(1);
        assertThat(slugs(get("/series", EAST))).containsExactly("rights-east");
        assertThat(slugs(get("/series", bearer("vida", "viewer")))).contains("rights-east", "rights-west");
    }

    @Test
    void whoMayWriteHereAndReadThereDoesEachWhereTheyMay() {
        String[] both = bearer("bo", "organizer:series/rights-east", "viewer:network/west-of-rights");

        expect(200, get("/activities/rights-west-talk", both));
        expect(403, send(HttpMethod.PATCH, "/activities/rights-west-talk", Map.of("capacity", 7), both));
        expect(200, send(HttpMethod.PATCH, "/activities/rights-east-talk", Map.of("capacity", 70), both));
        String[] all = bearer("al", "viewer", "organizer:series/rights-east");
        expect(200, get("/activities/rights-nobodys", all));
        expect(403, send(HttpMethod.PATCH, "/activities/rights-nobodys", Map.of("capacity", 7), all));
    }

    @Test
    void nothingIsWrittenWhereOnesRoleDoesNotReach() {
        expect(403, draft("rights-astray", "rights-west", EAST));
        expect(403, draft("rights-astray", "rights-west", EAST_SERIES));
        expect(403, draft("rights-astray", null, EAST));
        assertThat(get("/activities/rights-astray", bearer("ada", "admin")).status())
                .as("it is not stored")
                .isEqualTo(404);

        expect(201, draft("rights-mine-" + UUID.randomUUID(), "rights-east", EAST));
        expect(201, draft("rights-mine-" + UUID.randomUUID(), "rights-east", EAST_SERIES));
        expect(201, send(HttpMethod.POST, "/activities/rights-east-talk/copy", null, EAST_SERIES));
    }

    @Test
    void nothingIsMovedToWhereOnesRoleDoesNotReach() {
        for (String change : List.of("{\"series\": \"rights-west\"}", "{\"series\": null}")) {
            expect(403, send(HttpMethod.PATCH, "/activities/rights-east-talk", change, EAST_SERIES));
        }
        expect(403, send(HttpMethod.PATCH, "/activities/rights-east-alone", Map.of("series", "rights-west"), EAST));
        expect(403, send(HttpMethod.PATCH, "/series/rights-east", Map.of("network", "west-of-rights"), EAST_SERIES));
        expect(403, send(HttpMethod.PATCH, "/series/rights-east", Map.of("network", "west-of-rights"), EAST));
        assertThat(get("/series/rights-east", EAST).at("/network").stringValue())
                .isEqualTo("east-of-rights");
        assertThat(get("/activities/rights-east-talk", EAST).at("/series").stringValue())
                .isEqualTo("rights-east");
        assertThat(get("/activities/rights-east-alone", EAST).at("/series").isNull())
                .isTrue();
    }

    @Test
    void aNewSeriesIsForWhoReachesEverything() {
        Map<String, Object> series = Map.of("slug", "rights-more-" + UUID.randomUUID(), "title", Map.of("en", "More"));

        expect(403, send(HttpMethod.POST, "/series", series, EAST));
        expect(201, send(HttpMethod.POST, "/series", series, bearer("olga", "organizer")));
    }

    @Test
    void theAuditLogAndTheInsideOfTheServiceAreForAdmins() {
        for (String role : List.of("organizer", "viewer", "organizer:network/east-of-rights")) {
            expect(403, get("/audit", bearer("someone", role)));
            expect(403, get("/webhooks", bearer("someone", role)));
            expect(403, get("/erasures", bearer("someone", role)));
            expect(403, get("/exports", bearer("someone", role)));
        }
        expect(200, get("/audit", bearer("ada", "admin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/activities/rights-east-talk/nothing", "/nothing", "/nothing/rights-east-talk", "/"})
    void aPathThatNobodyKnowsIsRefusedToWhoseRoleIsLimited(String path) {
        assertThat(plain("/api/organizer" + path, EAST)).isIn(403, 404);
    }

    private static boolean isOfNetworks(OrganizerOperation operation) {
        return operation.path().startsWith("/api/organizer/networks");
    }

    private int plain(String path, String... headers) {
        return RestClient.create()
                .get()
                .uri("http://localhost:" + port + path)
                .header(headers[0], headers[1])
                .exchange((sent, response) -> response.getStatusCode().value());
    }

    private Api.Answer call(OrganizerOperation operation, String side, String... account) {
        String talk = "rights-" + side + "-talk";
        String path = operation
                .path()
                .replace("/series/{slug}", "/series/rights-" + side)
                .replace("{slug}", talk)
                .replace("{code}", side.equals("nowhere") ? "N000000000000000" : "WEST000000000000")
                .replace("/sessions/{id}", "/sessions/" + idOf("session", talk))
                .replace("{id}", idOf("registration", talk))
                .replace("{registration}", idOf("registration", talk))
                .replace("{delivery}", "1");
        String[] headers = Stream.concat(Stream.of(account), Stream.of("Content-Type", operation.type()))
                .toArray(String[]::new);
        return api.call(HttpMethod.valueOf(operation.method()), path, body(operation), headers);
    }

    /** Whose place is looked at once it is written must be written well. */
    private static @Nullable Object body(OrganizerOperation operation) {
        return switch (operation.id()) {
            case "draftActivity" ->
                Map.of(
                        "slug",
                        "rights-strays",
                        "kind",
                        "WEBINAR",
                        "title",
                        Map.of("en", "Stray"),
                        "series",
                        "rights-west");
            case "createSeries" -> Map.of("slug", "rights-stray-series", "title", Map.of("en", "Stray"));
            default -> null;
        };
    }

    private Api.Answer draft(String slug, @Nullable String series, String[] account) {
        return send(
                HttpMethod.POST, "/activities", api.webinar(slug, webinar -> webinar.put("series", series)), account);
    }

    private Api.Answer get(String path, String[] account) {
        return send(HttpMethod.GET, path, null, account);
    }

    private Api.Answer send(HttpMethod method, String path, @Nullable Object body, String[] account) {
        return api.call(method, "/api/organizer" + path, body, account);
    }

    private static List<String> slugs(Api.Answer answer) {
        return expect(200, answer)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/slug"))
                .map(JsonNode::stringValue)
                .toList();
    }

    private String idOf(String table, String slug) {
        String sql = table.equals("session")
                ? "select s.id from session s join activity a on a.id = s.activity_id where a.slug = :slug"
                : "select r.id from registration r join activity a on a.id = r.activity_id where a.slug = :slug";
        return database.sql(sql)
                .param("slug", slug)
                .query(String.class)
                .optional()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private void network(String slug) {
        database.sql("""
                insert into network (id, revision, slug, name, language, imprint, created_at)
                values (gen_random_uuid(), 1, :slug, :slug, 'en', '{}', now())
                """).param("slug", slug).update();
    }

    private void series(String slug, String network) {
        expect(201, api.organizer(HttpMethod.POST, "/series", Map.of("slug", slug, "title", Map.of("en", "Series"))));
        move(slug, network);
    }

    private void move(String activity, String network) {
        database.sql(
                        "update activity set network_id = (select id from network where slug = :network) where slug = :slug")
                .param("network", network)
                .param("slug", activity)
                .update();
    }

    private void certificate(String slug, String code) {
        database.sql("""
                insert into certificate (id, registration_id, code, minutes, session_ids, issued_at)
                values (gen_random_uuid(), :registration::uuid, :code, 60, '{}', now())
                """)
                .param("registration", idOf("registration", slug))
                .param("code", code)
                .update();
    }
}
