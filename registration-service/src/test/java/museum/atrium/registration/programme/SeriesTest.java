package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
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

@RegistrationTest
class SeriesTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource dataSource;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aSeriesShowsWhatIsComingAndWhatIsOver() {
        create(
                "shown",
                Map.of("en", "Museums at work", "fr", "Les musées au travail"),
                Map.of("en", "What museums do."));
        publish("shown-later", "shown", soon().plus(9, ChronoUnit.DAYS));
        publish("shown-soon", "shown", soon());
        publish("shown-over", "shown", soon().minus(90, ChronoUnit.DAYS));
        publish("shown-long-over", "shown", soon().minus(200, ChronoUnit.DAYS));
        api.publish(activity("shown-undated", "shown", draft -> draft.putArray("sessions")));
        api.publish(activity("shown-elsewhere", null, draft -> {}));
        expect(201, api.organizer(HttpMethod.POST, "/activities", activity("shown-draft", "shown", draft -> {})));

        Api.Answer page = expect(200, api.get("/api/series/shown", HttpHeaders.ACCEPT_LANGUAGE, "fr"));

        assertThat(page.at("/title").stringValue()).isEqualTo("Les musées au travail");
        assertThat(page.at("/summary").stringValue()).isEqualTo("What museums do.");
        assertThat(slugs(page.at("/upcoming"))).containsExactly("shown-soon", "shown-later", "shown-undated");
        assertThat(slugs(page.at("/past"))).containsExactly("shown-over", "shown-long-over");
        assertThat(page.at("/upcoming/0")).isEqualTo(inProgramme("shown-soon"));
        assertThat(slugs(expect(200, api.get("/api/series")).at("/items"))).contains("shown");

        String tag = Objects.requireNonNull(page.headers().getETag());
        expect(304, api.get("/api/series/shown", HttpHeaders.ACCEPT_LANGUAGE, "fr", HttpHeaders.IF_NONE_MATCH, tag));
        expect(404, api.get("/api/series/unheard-of"));
        expect(404, api.get("/api/series/shown-soon"));
    }

    @Test
    void organisersMakeAndEditSeries() {
        Api.Answer created = expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of(
                                "title",
                                Map.of("de", "Museen bei der Arbeit"),
                                "summary",
                                Map.of("de", "Was sie tun."))));
        assertThat(created.headers().getLocation()).hasPath("/api/organizer/series/museen-bei-der-arbeit");
        assertThat(created.at("/language").stringValue()).isEqualTo("de");

        String path = "/series/museen-bei-der-arbeit";
        Api.Answer edited = expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        path,
                        "{\"title\":{\"en\":\"At work\"},\"summary\":null,\"language\":\"en\"}"));
        assertThat(edited.at("/title/de").stringValue()).isEqualTo("Museen bei der Arbeit");
        assertThat(edited.at("/title/en").stringValue()).isEqualTo("At work");
        assertThat(edited.at("/summary").isEmpty()).isTrue();
        assertThat(expect(200, api.organizer(HttpMethod.GET, path, null)).json())
                .isEqualTo(edited.json());
        assertThat(slugs(expect(200, api.organizer(HttpMethod.GET, "/series", null))
                        .at("/items")))
                .contains("museen-bei-der-arbeit");

        expect(401, api.get("/api/organizer/series"));
        expect(401, api.post("/api/organizer/series", Map.of("title", Map.of("en", "Mine"))));
        expect(404, api.organizer(HttpMethod.GET, "/series/unheard-of", null));
        expect(404, api.organizer(HttpMethod.PATCH, "/series/unheard-of", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | title",
                "{\"title\":{}}                                  | title",
                "{\"title\":{\"english\":\"x\",\"e!\":\"y\"}}    | title.e!",
                "{\"title\":{\"en\":\"\"}}                       | title.en",
                "{\"title\":{\"en\":\"x\"},\"slug\":\"No Slug\"} | slug",
                "{\"title\":{\"en\":\"x\"},\"language\":\"?\"}   | language",
                "{\"title\":{\"en\":\"x\"},\"kind\":\"SERIES\"}  | kind",
            })
    void whatIsWrongWithASeriesIsSaidByField(String draft, String field) {
        Api.Answer refused = expect(422, api.organizer(HttpMethod.POST, "/series", draft));

        assertThat(StreamSupport.stream(refused.at("/errors").spliterator(), false)
                        .map(error -> error.get("field").stringValue()))
                .contains(field);
    }

    @Test
    void aSeriesMayGatherWhatIsNewInIt() {
        create("gathered", Map.of("en", "Gathered"), Map.of());
        String path = "/series/gathered";
        assertThat(api.organizer(HttpMethod.GET, path, null).at("/digest").isNull())
                .isTrue();

        expect(200, api.organizer(HttpMethod.PATCH, path, Map.of("digest", "P7D")));
        expect(200, api.organizer(HttpMethod.PATCH, path, Map.of("summary", Map.of("en", "Once a week."))));
        assertThat(api.organizer(HttpMethod.GET, path, null).at("/digest").stringValue())
                .isEqualTo("PT168H");

        for (String odd : List.of("weekly", "PT0S", "-P1D", "P32D", "P1M")) {
            Api.Answer refused = expect(422, api.organizer(HttpMethod.PATCH, path, Map.of("digest", odd)));
            assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("digest");
        }
        expect(200, api.organizer(HttpMethod.PATCH, path, "{\"digest\": null}"));
        assertThat(api.organizer(HttpMethod.GET, path, null).at("/digest").isNull())
                .isTrue();
    }

    @Test
    void theSlugOfASeriesStaysAndIsNobodyElses() {
        create("unique", Map.of("en", "Unique"), Map.of());
        publish("not-unique", null, soon());

        Api.Answer renamed = expect(422, api.organizer(HttpMethod.PATCH, "/series/unique", Map.of("slug", "other")));
        assertThat(renamed.at("/errors/0/field").stringValue()).isEqualTo("slug");
        expect(200, api.organizer(HttpMethod.PATCH, "/series/unique", Map.of("slug", "unique")));
        for (String taken : List.of("unique", "not-unique")) {
            expect(409, api.organizer(HttpMethod.POST, "/series", series(taken, Map.of("en", "Again"), Map.of())));
            expect(409, api.organizer(HttpMethod.POST, "/activities", activity(taken, null, draft -> {})));
        }
        expect(201, api.organizer(HttpMethod.POST, "/activities", activity("renaming", null, draft -> {})));
        expect(409, api.organizer(HttpMethod.PATCH, "/activities/renaming", Map.of("slug", "unique")));
    }

    @Test
    void aSeriesIsNoActivity() {
        create("hidden", Map.of("en", "Seriously hidden"), Map.of());

        assertThat(slugs(expect(200, api.get("/api/activities?q=seriously")).at("/items")))
                .isEmpty();
        expect(400, api.get("/api/activities?kind=series"));
        expect(404, api.get("/api/activities/hidden"));
        expect(404, api.signUp("hidden", "h@example.org"));
        expect(
                404,
                api.post(
                        "/api/activities/hidden/group-registrations",
                        Map.of("people", List.of(Map.of("email", "h@example.org", "name", "H")))));
        expect(404, api.organizer(HttpMethod.GET, "/activities/hidden", null));
        expect(404, api.organizer(HttpMethod.PATCH, "/activities/hidden", Map.of("capacity", 3)));
        expect(404, api.organizer(HttpMethod.POST, "/activities/hidden/publication", null));
        expect(404, api.organizer(HttpMethod.POST, "/activities/hidden/cancellation", null));
        expect(404, api.organizer(HttpMethod.POST, "/activities/hidden/sessions", Api.session(soon())));
        expect(404, api.organizer(HttpMethod.GET, "/activities/hidden/registrations", null));
        expect(404, api.organizer(HttpMethod.GET, "/activities/hidden/codes", null));

        Api.Answer refused = expect(
                422,
                api.organizer(
                        HttpMethod.POST, "/activities", activity("pretending", null, d -> d.put("kind", "SERIES"))));
        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("kind");
        expect(404, api.post("/api/series/hidden-too/subscriptions", Map.of("email", "h@example.org")));
    }

    /** In a schema of its own, as the service was before. */
    @Test
    void seriesFromBeforeBecomeOnesThatCanBeSubscribedTo() {
        migrate("5");
        database.sql("""
                insert into before.series values
                  ('0199b1c0-0000-7000-8000-0000000000e1', 'old', '{"fr": "Ancien"}', '{}'),
                  ('0199b1c0-0000-7000-8000-0000000000e2', 'taken', '{"en": "Taken", "de": "Vergeben"}', '{"en": "All"}');
                """).update();
        database.sql("""
                insert into before.activity (id, revision, slug, kind, status, language, series_id, title, summary, waitlist,
                  reminders, speakers, organizations, created_at)
                values ('0199b1c0-0000-7000-8000-000000000001', 4, 'taken', 'WEBINAR', 'PUBLISHED', 'en',
                  '0199b1c0-0000-7000-8000-0000000000e2', '{"en": "Webinar"}', '{}', false, '{}', '[]', '[]', now())
                """).update();

        migrate("latest");

        assertThat(database.sql("""
                select slug || ' ' || revision || ' ' || status || ' ' || language || ' ' || double_opt_in
                from before.activity where kind = 'SERIES' order by id
                """).query(String.class).list())
                .containsExactly("old 0 PUBLISHED fr true", "taken-series-0199b1c0 0 PUBLISHED en true");
        assertThat(database.sql("""
                select s.slug from before.activity a join before.activity s on s.id = a.series_id where a.slug = 'taken'
                """).query(String.class).single()).isEqualTo("taken-series-0199b1c0");
    }

    private Instant soon() {
        return clock.instant().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("before")
                .locations("classpath:db/outbox", "classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private void create(String slug, Map<String, String> title, Map<String, String> summary) {
        expect(201, api.organizer(HttpMethod.POST, "/series", series(slug, title, summary)));
    }

    private static Map<String, Object> series(String slug, Map<String, String> title, Map<String, String> summary) {
        return Map.of("slug", slug, "title", title, "summary", summary);
    }

    private void publish(String slug, @Nullable String series, Instant start) {
        api.publish(activity(
                slug,
                series,
                draft -> draft.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
    }

    private ObjectNode activity(String slug, @Nullable String series, Consumer<ObjectNode> changes) {
        return api.webinar(slug, draft -> {
            draft.put("series", series);
            changes.accept(draft);
        });
    }

    private JsonNode inProgramme(String slug) {
        Api.Answer programme = expect(200, api.get("/api/activities?series=shown", HttpHeaders.ACCEPT_LANGUAGE, "fr"));
        return StreamSupport.stream(programme.at("/items").spliterator(), false)
                .filter(item -> item.get("slug").stringValue().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> slugs(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("slug").stringValue())
                .toList();
    }
}
