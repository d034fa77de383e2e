package museum.atrium.registration.certificates;

import static java.util.stream.Collectors.joining;
import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.pictures.KnownPictures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who attended enough gets a certificate, and whoever is shown one can check it. */
@RegistrationTest
class CertificatesTest {

    private static final String ORIGIN = "https://programme.example.org";

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void whoAttendedEnoughGetsOneWhenAllIsOverAndSettled() {
        UUID session =
                begun("enough", 80, "edge@example.org", "short@example.org", "page@example.org", "no@example.org");
        came(session, "enough", "edge@example.org", 72);
        came(session, "enough", "short@example.org", 71);
        came(session, "enough", "page@example.org", null);
        settle(session);
        expect(409, issue("enough"));
        assertThat(expect(404, api.get(pdf("enough", "edge@example.org"))).body())
                .as("the session is not over yet")
                .contains("There is no certificate yet");

        clock.letPass(Duration.ofMinutes(90));

        eventually(() -> assertThat(certificates("enough"))
                .extracting(one -> one.at("/email").stringValue() + " "
                        + one.at("/minutes").intValue())
                .containsExactlyInAnyOrder("edge@example.org 72", "page@example.org 90"));
        assertThat(expect(200, issue("enough")).at("/issued").intValue()).isZero();
        assertThat(expect(404, api.get(pdf("enough", "short@example.org"))).body())
                .contains("80 percent");
        assertThat(ownPage("enough", "edge@example.org")).contains(pdf("enough", "edge@example.org"));
        assertThat(ownPage("enough", "short@example.org")).doesNotContain("certificate.pdf");
        assertThat(api.get("/api/registrations/" + api.manageToken("enough", "edge@example.org") + "/data")
                        .at("/certificates/0/code")
                        .stringValue())
                .isEqualTo(code("enough", "edge@example.org"));
    }

    @Test
    void onlyWhatWasChosenAndTookPlaceLiveCounts() {
        Instant start = soon();
        JsonNode activity = api.publish(certified("chosen", 100, course -> {
            course.put("kind", "COURSE");
            course.putArray("sessions")
                    .addPOJO(Api.session(start))
                    .addPOJO(Api.session(start.plus(Duration.ofHours(3))))
                    .addPOJO(Api.session(start.plus(Duration.ofHours(6))))
                    .addPOJO(Map.of(
                            "startsAt",
                            start.toString(),
                            "endsAt",
                            start.plus(Duration.ofDays(30)).toString(),
                            "selfPaced",
                            true));
        }));
        List<String> sessions = IntStream.range(0, 4)
                .mapToObj(index -> activity.at("/sessions/" + index + "/id").stringValue())
                .toList();
        expect(
                202,
                api.post(
                        "/api/activities/chosen/registrations",
                        Map.of(
                                "email",
                                "some@example.org",
                                "name",
                                "Some",
                                "sessions",
                                List.of(sessions.get(0), sessions.get(2), sessions.get(3)))));
        expect(202, api.signUp("chosen", "all@example.org"));
        clock.letPass(Duration.ofHours(5));
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + sessions.get(2), null));
        for (String email : List.of("some@example.org", "all@example.org")) {
            came(UUID.fromString(sessions.get(0)), "chosen", email, 90);
        }
        settle(UUID.fromString(sessions.get(0)));
        assertThat(expect(409, issue("chosen")).body()).contains("settled");
        clock.letPass(Duration.ofMinutes(61));
        settle(UUID.fromString(sessions.get(1)));

        eventually(() -> assertThat(certificates("chosen"))
                .extracting(one -> one.at("/email").stringValue())
                .containsExactly("some@example.org"));
        assertThat(expect(200, api.get("/api/certificates/" + code("chosen", "some@example.org")))
                        .at("/sessions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatBecomesKnownLaterLeadsToACertificateAtOnce() {
        UUID session = begun("later", 50, "list@example.org", "corrected@example.org");
        came(session, "later", "corrected@example.org", 10);
        clock.letPass(Duration.ofMinutes(90));
        settle(session);
        assertThat(expect(200, issue("later")).at("/issued").intValue()).isZero();

        expect(
                200,
                api.upload(
                        "/api/organizer/sessions/" + session + "/attendance/import",
                        "name,email,minutes\nL,list@example.org,45\n",
                        "text/csv"));
        came(session, "later", "corrected@example.org", 46);

        assertThat(certificates("later"))
                .extracting(one -> one.at("/email").stringValue() + " "
                        + one.at("/minutes").intValue())
                .containsExactlyInAnyOrder("list@example.org 45", "corrected@example.org 46");
        clock.letPass(Duration.ofDays(1));
        came(session, "later", "corrected@example.org", 90);
        assertThat(certificates("later")).as("one is enough").hasSize(2);
    }

    @Test
    void howeverManyIssueAtTheSameTimeEverybodyGetsOne() throws Exception {
        List<String> people = IntStream.range(0, 40)
                .mapToObj(number -> "p" + number + "@example.org")
                .toList();
        UUID session = begun("at-once", null, people.toArray(String[]::new));
        clock.letPass(Duration.ofMinutes(90));
        expect(
                200,
                api.upload(
                        "/api/organizer/sessions/" + session + "/attendance/import",
                        people.stream().map(email -> "P," + email).collect(joining("\n", "name,email\n", "\n")),
                        "text/csv"));
        assertThat(expect(409, issue("at-once")).body()).contains("no-certificates");

        expect(200, patch("at-once", Map.of("certificates", Map.of("minimumPercent", 100))));
        int issued = 0;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> calls = Stream.generate(() -> callers.submit(() -> issue("at-once")))
                    .limit(4)
                    .toList();
            for (Future<Api.Answer> call : calls) {
                issued += expect(200, call.get()).at("/issued").intValue();
            }
        }

        assertThat(issued).as("the task may have been faster").isBetween(0, people.size());
        assertThat(certificates("at-once"))
                .extracting(one -> one.at("/email").stringValue())
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(database.sql("select count(distinct code) from certificate")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(people.size());
    }

    /** As when the service is killed between two chunks: a chunk is one transaction. */
    @Test
    void issuingThatBreaksOffGoesOnUntilEverybodyHasOneAndIsToldOnce() {
        int people = 601;
        UUID session = begun("broken-off", 50);
        String list = IntStream.range(0, people)
                .mapToObj(number -> "P,p" + number + "@example.org")
                .collect(joining("\n", "name,email\n", "\n"));
        expect(200, api.upload("/api/organizer/activities/broken-off/registrations/import", list, "text/csv"));
        expect(200, api.upload("/api/organizer/sessions/" + session + "/attendance/import", list, "text/csv"));
        database.sql("""
                create function break_off() returns trigger language plpgsql as $$
                declare
                  broken uuid = (select id from activity where slug = 'broken-off');
                begin
                  if exists (select from registration where id = new.registration_id and activity_id = broken)
                     and (select count(*) from certificate c join registration r on r.id = c.registration_id
                          where r.activity_id = broken) >= 500 then
                    raise exception 'it breaks off here';
                  end if;
                  return new;
                end $$;
                create trigger break_off before insert on certificate for each row execute function break_off();
                """).update();
        try {
            clock.letPass(Duration.ofMinutes(90));
            eventually(() -> assertThat(database.sql("""
                            select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                            where task_name = 'certification' and task_instance like :activity || '/%'
                            """)
                            .param("activity", organizer("broken-off").at("/id").stringValue())
                            .query(Integer.class)
                            .single())
                    .isPositive());
            assertThat(certified("broken-off")).isEqualTo(500);
        } finally {
            database.sql("drop trigger break_off on certificate; drop function break_off()")
                    .update();
        }
        clock.letPass(Duration.ofSeconds(11));

        eventually(() -> assertThat(certified("broken-off")).isEqualTo(people));
        assertThat(database.sql("""
                        select count(distinct c.registration_id) from certificate c
                        join registration r on r.id = c.registration_id join activity a on a.id = r.activity_id
                        where a.slug = 'broken-off' and (r.occasions ->> 'certified')::bigint = r.revision
                        """).query(Integer.class).single())
                .as("told by the latest change of each, which was their third")
                .isEqualTo(people);
        assertThat(database.sql("""
                        select max(r.revision) from registration r join activity a on a.id = r.activity_id
                        where a.slug = 'broken-off'
                        """).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void whoeverIsShownOneCanCheckIt() throws Exception {
        String code = issued("checked", "ana@example.org");
        Paper paper = Paper.of(api.download(pdf("checked", "ana@example.org")));
        Api.Answer answer = expect(200, api.get(pdf("checked", "ana@example.org")));

        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"checked-certificate.pdf\"");
        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/pdf");
        assertThat(answer.headers().getFirst(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        paper.assertAccessible();
        assertThat(paper.text()).contains("Ana Example", "1 h 30 min", code);
        assertThat(paper.scanned()).isEqualTo(ORIGIN + "/certificates/" + code);

        Api.Answer page = expect(200, api.get(paper.scanned().substring(ORIGIN.length())));
        assertThat(page.body())
                .contains(
                        "Valid: this certificate is genuine",
                        "Ana Example",
                        "Caring for collections",
                        "1\u00a0h 30\u00a0min")
                .doesNotContain("ana@example.org", "Europe/");
        assertThat(page.headers().getFirst("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(expect(200, api.get("/certificates/" + code, HttpHeaders.ACCEPT_LANGUAGE, "fr"))
                        .body())
                .contains("Valable", "Prendre soin des collections", "Délivrée le");
        Api.Answer json =
                expect(200, api.get("/api/certificates/" + code.toLowerCase().replace("-", "")));
        assertThat(json.at("/status").stringValue()).isEqualTo("VALID");
        assertThat(json.at("/minutes").intValue()).isEqualTo(90);
        assertThat(expect(303, api.get("/certificates?code=%20" + code.replace("-", "%20")))
                        .headers()
                        .getFirst(HttpHeaders.LOCATION))
                .isEqualTo("/certificates/" + code);
        assertThat(expect(200, api.get("/certificates")).body()).contains("Check a certificate");
    }

    @Test
    void itsPageNamesTheNetworkInWhoseNameTheActivityIsHeld() {
        String code = issued("held", "ana@example.org");
        assertThat(expect(200, api.get("/certificates/" + code)).body()).doesNotContain("<footer>");
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "network-certifies", "name": "Certifying Network", "imprint": {"en": "1 Museum Square"},
                 "logo": {"url": "https://pictures.example.org/certifying.png", "alt": {"en": "Two doors"}}}
                """));

        expect(200, patch("held", Map.of("network", "network-certifies")));

        String logo = KnownPictures.fetched(database, clock, "https://pictures.example.org/certifying.png");
        assertThat(expect(200, api.get("/certificates/" + code)).body())
                .contains("Certifying Network", "href=\"/networks/network-certifies\"")
                .contains("src=\"" + logo + "\" alt=\"Two doors\"");
    }

    @Test
    void itShowsNamesAsTheyAreWrittenToday() throws Exception {
        String code = issued("renamed", "ana@example.org");
        String own = "/api/registrations/" + api.manageToken("renamed", "ana@example.org");

        expect(200, api.call(HttpMethod.PATCH, own, Map.of("name", "Ána <b>Éxample</b>", "locale", "es")));

        assertThat(expect(200, api.get("/certificates/" + code)).body())
                .contains("Ána &lt;b&gt;Éxample&lt;/b&gt;")
                .doesNotContain("Ana Example");
        assertThat(Paper.of(api.download(own + "/certificate.pdf")).text())
                .contains("Certificado de asistencia", "Ána <b>Éxample</b>");
    }

    @Test
    void whatWasRevokedSaysSoAndDoesNotComeBackByItself() {
        String code = issued("revoked", "ana@example.org");
        String path = "/certificates/" + code;
        expect(409, api.organizer(HttpMethod.POST, path + "/reissue", null));

        Api.Answer revoked =
                expect(200, api.organizer(HttpMethod.POST, path + "/revocation", Map.of("reason", "Another Ana")));
        Api.Answer again = expect(200, api.organizer(HttpMethod.POST, path + "/revocation", Map.of("reason", "Twice")));

        assertThat(again.json()).isEqualTo(revoked.json());
        assertThat(again.at("/revocationReason").stringValue()).isEqualTo("Another Ana");
        assertThat(expect(200, api.get(path)).body()).contains("Revoked").doesNotContain("genuine", "Another Ana");
        assertThat(api.get("/api" + path).at("/status").stringValue()).isEqualTo("REVOKED");
        expect(410, api.get(pdf("revoked", "ana@example.org")));
        assertThat(ownPage("revoked", "ana@example.org")).doesNotContain("certificate.pdf");
        assertThat(expect(200, issue("revoked")).at("/issued").intValue()).isZero();

        Api.Answer anew = expect(200, api.organizer(HttpMethod.POST, path + "/reissue", null));
        String other = anew.at("/code").stringValue();
        assertThat(other).isNotEqualTo(code);
        expect(409, api.organizer(HttpMethod.POST, path + "/reissue", null));
        assertThat(api.get("/api/certificates/" + other).at("/status").stringValue())
                .isEqualTo("VALID");
        assertThat(api.get("/api" + path).at("/status").stringValue()).isEqualTo("REVOKED");
        assertThat(api.get(pdf("revoked", "ana@example.org")).status()).isEqualTo(200);
        assertThat(certificates("revoked")).hasSize(2);
        expect(422, api.organizer(HttpMethod.POST, path + "/revocation", Map.of("reason", " ")));
    }

    @Test
    void erasingLeavesNothingOfIt() {
        String code = issued("erased-with", "ana@example.org");
        String token = api.manageToken("erased-with", "ana@example.org");

        expect(202, api.post("/api/registrations/" + token + "/erasure", null));

        expect(404, api.get("/api/certificates/" + code));
        expect(404, api.get("/certificates/" + code));
        expect(404, api.get("/api/registrations/" + token + "/certificate.pdf"));
        assertThat(database.sql("select count(*) from certificate where code = ?")
                        .param(code.replace("-", ""))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-0000-0000-0000",
                "0000-0000-0000-000",
                "U000-0000-0000-0000",
                "x",
                "%E2%80%AE",
                "%F0%9F%8E%89%F0%9F%8E%89%F0%9F%8E%89%F0%9F%8E%89",
                "'%20or%201=1",
                "%C4%B0000-0000-0000-0000",
                "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void aCodeThatNobodyHasIsUnknownWhateverItsShape(String code) {
        assertThat(expect(404, api.get("/certificates/" + code)).body())
                .contains("There is no certificate with this code");
        expect(404, api.get("/api/certificates/" + code));
        expect(404, api.organizer(HttpMethod.POST, "/certificates/" + code + "/revocation", Map.of("reason", "x")));
        expect(404, api.organizer(HttpMethod.POST, "/certificates/" + code + "/reissue", null));
    }

    @Test
    void nobodyElsesTokenOpensIt() {
        UUID session = begun("others", 50, "ana@example.org", "absent@example.org");
        came(session, "others", "ana@example.org", null);
        clock.letPass(Duration.ofMinutes(90));
        settle(session);
        eventually(() -> assertThat(certificates("others")).hasSize(1));

        expect(404, api.get(pdf("others", "absent@example.org")));
        expect(404, api.get("/api/registrations/" + api.joinToken("others", "ana@example.org") + "/certificate.pdf"));
        expect(404, api.get("/api/registrations/nonsense/certificate.pdf"));
        expect(401, api.get("/api/organizer/activities/others/certificates"));
        expect(401, api.post("/api/organizer/activities/others/certificates", null));
    }

    @Test
    void organisersSetAndSeeTheTermsAndEverybodySeesThatThereAreCertificates() {
        api.publish(certified("terms", 75, webinar -> {}));
        assertThat(organizer("terms").at("/certificates/minimumPercent").intValue())
                .isEqualTo(75);
        assertThat(api.get("/api/activities/terms").at("/certificates").booleanValue())
                .isTrue();
        for (Object wrong : List.of(Map.of("minimumPercent", 0), Map.of("minimumPercent", 101), Map.of("percent", 5))) {
            expect(422, patch("terms", Map.of("certificates", wrong)));
        }
        expect(422, patch("terms", "{\"certificates\": {\"minimumPercent\": null}}"));
        assertThat(organizer("terms").at("/certificates/minimumPercent").intValue())
                .isEqualTo(75);

        expect(200, patch("terms", "{\"certificates\": null}"));

        assertThat(organizer("terms").at("/certificates").isNull()).isTrue();
        assertThat(api.get("/api/activities/terms").at("/certificates").booleanValue())
                .isFalse();
    }

    @Test
    void theListPages() {
        UUID session = begun("paged-list", 50, "a@example.org", "b@example.org", "c@example.org");
        Stream.of("a", "b", "c").forEach(name -> came(session, "paged-list", name + "@example.org", null));
        clock.letPass(Duration.ofMinutes(90));
        settle(session);
        eventually(() -> assertThat(certificates("paged-list")).hasSize(3));
        String path = "/activities/paged-list/certificates?limit=2";

        Api.Answer first = expect(200, api.organizer(HttpMethod.GET, path, null));
        Api.Answer second = expect(
                200,
                api.organizer(
                        HttpMethod.GET, path + "&cursor=" + first.at("/next").stringValue(), null));

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/next").isNull()).isTrue();
        expect(400, api.organizer(HttpMethod.GET, "/activities/paged-list/certificates?limit=0", null));
        expect(400, api.organizer(HttpMethod.GET, "/activities/paged-list/certificates?cursor=x", null));
    }

    /** @return the code of the certificate that this one person has got */
    private String issued(String slug, String email) {
        UUID session = begun(slug, 50, email);
        came(session, slug, email, null);
        clock.letPass(Duration.ofMinutes(90));
        settle(session);
        eventually(() -> assertThat(certificates(slug)).hasSize(1));
        return code(slug, email);
    }

    /** A published webinar of 90 minutes with these people, that began a minute ago. */
    private UUID begun(String slug, @Nullable Integer percent, String... people) {
        JsonNode activity = api.publish(
                certified(slug, percent, webinar -> webinar.putArray("sessions").addPOJO(Api.session(soon()))));
        for (String person : people) {
            expect(202, api.signUp(slug, person));
        }
        clock.letPass(Duration.ofMinutes(61));
        return UUID.fromString(activity.at("/sessions/0/id").stringValue());
    }

    private ObjectNode certified(
            String slug, @Nullable Integer percent, java.util.function.Consumer<ObjectNode> changes) {
        return api.webinar(slug, webinar -> {
            if (percent != null) {
                webinar.putObject("certificates").put("minimumPercent", percent);
            }
            changes.accept(webinar);
        });
    }

    private Instant soon() {
        return clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }

    private void came(UUID session, String slug, String email, @Nullable Integer minutes) {
        expect(
                204,
                api.organizer(
                        HttpMethod.PUT,
                        "/sessions/" + session + "/attendance/" + registration(slug, email),
                        minutes == null ? null : Map.of("minutes", minutes)));
    }

    private void settle(UUID session) {
        expect(200, api.organizer(HttpMethod.POST, "/sessions/" + session + "/attendance/settlement", null));
    }

    private Api.Answer issue(String slug) {
        return api.organizer(HttpMethod.POST, "/activities/" + slug + "/certificates", null);
    }

    private Api.Answer patch(String slug, Object changes) {
        return api.organizer(HttpMethod.PATCH, "/activities/" + slug, changes);
    }

    private JsonNode organizer(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug, null))
                .at("");
    }

    private List<JsonNode> certificates(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/certificates", null))
                .at("/items")
                .valueStream()
                .toList();
    }

    /** How many certificates there are. */
    private int certified(String slug) {
        return database.sql("""
                select count(*) from certificate c
                join registration r on r.id = c.registration_id join activity a on a.id = r.activity_id where a.slug = ?
                """).param(slug).query(Integer.class).single();
    }

    private String code(String slug, String email) {
        return certificates(slug).stream()
                .filter(one -> one.at("/email").stringValue().equals(email))
                .findFirst()
                .orElseThrow()
                .at("/code")
                .stringValue();
    }

    private String pdf(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email) + "/certificate.pdf";
    }

    private String ownPage(String slug, String email) {
        return expect(200, api.get("/registrations/" + api.manageToken(slug, email)))
                .body();
    }

    private UUID registration(String slug, String email) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id where a.slug = ? and r.email_key = ?
                """).params(slug, email).query(UUID.class).single();
    }
}
