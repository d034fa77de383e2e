package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signing up on the public page, without a script. */
@RegistrationTest
class SignUpFormTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void theFormAsksWhatTheActivityAsksAndWhatIsSentIsStored() {
        JsonNode activity = asking("form-asks");
        String second = activity.at("/sessions/1/id").stringValue();
        assertThat(expect(200, api.get("/programme/form-asks")).body())
                .contains(
                        "action=\"/programme/form-asks/registrations#sign-up\"",
                        "name=\"answers.museum\"",
                        "name=\"consents.photos\"",
                        "name=\"accessibilityNeeds\"",
                        "We keep it for a year.",
                        "value=\"" + second + "\" checked=\"checked\"");

        Api.Answer done = expect(
                200,
                send(
                        "form-asks",
                        "lang=fr&name=Ana+Example&email=ana%40example.org&country=PT&affiliation=City+Museum"
                                + "&timeZone=America%2FBogota&sessions=" + second
                                + "&answers.museum=Example+Museum&consents.photos=true&accessibilityNeeds=Captions"));

        assertThat(done.body()).contains("<html lang=\"fr\">", "Veuillez consulter votre messagerie");
        assertThat(done.headers().getCacheControl()).isEqualTo("no-store");
        Api.Answer own = expect(200, api.get("/api/registrations/" + api.manageToken("form-asks", "ana@example.org")));
        assertThat(own.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(own.at("/answers/museum").stringValue()).isEqualTo("Example Museum");
        assertThat(own.at("/timeZone").stringValue()).isEqualTo("America/Bogota");
        assertThat(own.at("/affiliation").stringValue()).isEqualTo("City Museum");
        assertThat(row("form-asks")).containsEntry("name", "Ana Example").containsEntry("country", "PT");
        assertThat(row("form-asks")).containsEntry("language", "fr");
        assertThat(String.valueOf(row("form-asks").get("sessions"))).contains(second);
    }

    @Test
    void aSessionThatIsFullIsMarkedAndNotTickedAndSoAreClashes() {
        Instant start = clock.instant().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode activity = api.publish(api.webinar("form-clash", webinar -> {
            ObjectNode small = JsonMapper.shared().valueToTree(Api.session(start));
            small.put("capacity", 1).set("title", JsonMapper.shared().valueToTree(Map.of("en", "Small room")));
            ObjectNode large = JsonMapper.shared().valueToTree(Api.session(start));
            large.set("title", JsonMapper.shared().valueToTree(Map.of("en", "Large room")));
            webinar.put("kind", "CONFERENCE")
                    .put("waitlist", true)
                    .set(
                            "sessions",
                            JsonMapper.shared().createArrayNode().add(small).add(large));
        }));
        String small = activity.at("/sessions/0/id").stringValue();
        String large = activity.at("/sessions/1/id").stringValue();
        assertThat(expect(200, api.get("/programme/form-clash")).body())
                .contains("value=\"" + small + "\" checked=\"checked\"", "At the same time as “Large room”")
                .doesNotContain("All places in this session are taken");
        expect(200, send("form-clash", "name=Ana&email=ana%40form-clash.example.org&sessions=" + small));

        assertThat(expect(200, api.get("/programme/form-clash")).body())
                .contains("All places in this session are taken: who chooses it goes on the waiting list")
                .contains("value=\"" + large + "\" checked=\"checked\"")
                .doesNotContain("value=\"" + small + "\" checked=\"checked\"");
    }

    @Test
    void whatHappensIsSaidBeforeAnythingIsSent() {
        api.publish(
                api.webinar("form-next", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        api.publish(api.webinar(
                "form-next-asked", webinar -> webinar.put("doubleOptIn", true).put("approval", true)));
        api.publish(api.webinar("form-next-undated", webinar -> webinar.putArray("sessions")));

        assertThat(form("form-next"))
                .contains("A mail confirms your place", "without an account")
                .doesNotContain("waiting list");
        expect(202, api.signUp("form-next", "first@form-next.example.org"));
        assertThat(form("form-next"))
                .contains("you are put on the waiting list")
                .doesNotContain("confirms your place");
        assertThat(form("form-next-asked"))
                .containsSubsequence("you confirm your address", "The organiser then decides")
                .doesNotContain("confirms your place");
        assertThat(form("form-next-undated")).contains("your interest is noted");
    }

    private String form(String slug) {
        String page = expect(200, api.get("/programme/" + slug)).body();
        return page.substring(page.lastIndexOf("<form method=\"post\" action=\"/programme"));
    }

    @Test
    void theFormIsWhatItsBodySaysAndSaysEachThingOnce() {
        api.publish(api.webinar("form-body", webinar -> {}));
        String path = "/programme/form-body/registrations";

        expect(400, api.form(path + "?email=other%40form-body.example.org&name=Other", ""));
        expect(400, api.form(path + "?lang=fr", "name=Ana&email=ana%40form-body.example.org"));
        expect(422, api.form(path, "name=Ana&email=ana%40form-body.example.org&email=other%40form-body.example.org"));

        assertThat(api.organizer(HttpMethod.GET, "/activities/form-body/registrations", null)
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        asking("form-wrong");

        Api.Answer refused = expect(
                422, send("form-wrong", "name=%3Cb%3EAna&email=nowhere&answers.museum=&accessibilityNeeds=Captions"));
        assertThat(refused.body())
                .contains(
                        "Nothing was sent: please check what is marked below.",
                        "Please choose one session at least.",
                        "Please check the address.",
                        "Please check this answer.",
                        "Without this nobody can take part.",
                        "value=\"&lt;b&gt;Ana\"",
                        "value=\"nowhere\"",
                        ">Captions</textarea>")
                .doesNotContain("<b>Ana");
        String all = activitySessions("form-wrong");
        assertThat(expect(422, send("form-wrong", "name=Ana&email=nowhere&" + all))
                        .body())
                .contains("Please check the address.");
        assertThat(expect(422, send("form-wrong", "name=Ana&email=ana%40example.org&" + all))
                        .body())
                .contains("Please check this answer.", "Without this nobody can take part.");
        assertThat(count("form-wrong")).isZero();
    }

    @Test
    void whoCannotSignUpAnyMoreIsToldSoAndGetsNoForm() {
        Instant closing = clock.instant().plus(1, ChronoUnit.HOURS);
        api.publish(api.webinar("form-closed", draft -> draft.put("registrationClosesAt", closing.toString())));
        clock.letPass(Duration.ofHours(2));

        for (String fields : List.of("name=Ana&email=ana%40form-closed.example.org", "name=&email=nowhere")) {
            assertThat(expect(409, send("form-closed", fields)).body())
                    .contains("<p class=\"problem\" role=\"alert\">Nothing was sent: sign-up is closed by now.</p>")
                    .doesNotContainPattern("<form(?! method=\"post\" action=\"/reader\")");
        }
        assertThat(count("form-closed")).isZero();
    }

    @Test
    void whatIsNotInTheReadersLanguageSaysInWhichItIs() {
        asking("form-languages");

        assertThat(expect(200, api.get("/programme/form-languages?lang=de")).body())
                .contains(
                        "<span lang=\"en\">Your museum</span>",
                        "<span lang=\"en\">I agree</span>",
                        "<span lang=\"en\">We keep it for a year.</span>");
    }

    @Test
    void theFormTellsHowLongItIsKeptWhereThatIsKnown() {
        api.publish(api.webinar("form-kept", draft -> draft.put("retention", "P1Y2M")));
        api.publish(api.webinar("form-not-said", draft -> {}));

        assertThat(words("/programme/form-kept"))
                .contains("what you enter here is kept for this long and then deleted: 1 year, 2 months");
        assertThat(words("/programme/form-kept?lang=sl")).contains("1 leto, 2 meseca");
        assertThat(words("/programme/form-not-said")).doesNotContain("then deleted");
    }

    @Test
    void allThatTheActivityAsksForIsCheckedWithTheFields() {
        api.publish(api.webinar(
                "form-terms",
                draft -> draft.put("invitationOnly", true)
                        .set("allowedDomains", JSON.valueToTree(List.of("museum.example.org")))));

        assertThat(expect(422, send("form-terms", "name=&email=ana%40elsewhere.example.org"))
                        .body())
                .contains(
                        "Please enter a name.",
                        "Please check the address.",
                        "This code does not admit to this activity.");
    }

    @Test
    void byInvitationACodeIsAskedForAndHeldAgainstTheRules() {
        api.publish(api.webinar("form-code", draft -> draft.put("invitationOnly", true)));
        expect(201, api.organizer(HttpMethod.POST, "/activities/form-code/codes", Map.of("code", "museum-2027")));

        assertThat(expect(200, api.get("/programme/form-code")).body()).contains("name=\"code\"");
        assertThat(expect(422, send("form-code", "name=Ana&email=ana%40example.org&code=nonsense"))
                        .body())
                .contains("This code does not admit to this activity.");
        expect(200, send("form-code", "name=Ana&email=ana%40example.org&code=museum-2027"));
        assertThat(count("form-code")).isEqualTo(1);
    }

    @Test
    void whoIsRegisteredAlreadyIsAnsweredAsANewcomer() {
        api.publish(api.webinar("form-twice", draft -> {}));
        String fields = "name=Ana&email=ana%40example.org";

        String first = expect(200, send("form-twice", fields)).body();
        String second = expect(200, send("form-twice", fields)).body();

        assertThat(second).isEqualTo(first).contains("You have a place.");
        assertThat(count("form-twice")).isEqualTo(1);
    }

    @Test
    void whereThereIsNoPlaceThePageSaysSo() {
        api.publish(api.webinar("form-full", draft -> draft.put("capacity", 1).put("waitlist", false)));
        expect(200, send("form-full", "name=Ana&email=ana%40example.org"));

        assertThat(expect(409, send("form-full", "name=Ben&email=ben%40example.org"))
                        .body())
                .contains("all places are taken by now");
        assertThat(expect(200, api.get("/programme/form-full")).body())
                .contains("All places are taken")
                .doesNotContainPattern("<form(?! method=\"post\" action=\"/reader\")");
        assertThat(count("form-full")).isEqualTo(1);
        expect(404, send("form-none", "name=Ana&email=ana%40example.org"));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        api.publish(api.webinar("form-often", draft -> {}));
        String[] from = {"X-Forwarded-For", "203.0.113.177"};
        for (int i = 0; i < 20; i++) {
            expect(404, api.form("/programme/form-none/registrations", "name=Ana&email=often%40example.org", from));
            expect(200, api.form("/programme/form-often/registrations", "name=Ana&email=often%40example.org", from));
        }

        Api.Answer refused =
                api.form("/programme/form-often/registrations", "name=Ana&email=often%40example.org", from);

        assertThat(expect(429, refused).body())
                .contains("Please try again later.", "value=\"often@example.org\"")
                .doesNotContain("challenge");
        assertThat(Long.parseLong(String.valueOf(refused.headers().getFirst("Retry-After"))))
                .isBetween(3_500L, 3_600L);
    }

    private JsonNode asking(String slug) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(7, ChronoUnit.DAYS);
        return api.publish(api.webinar(
                slug,
                draft -> draft.put("kind", "CONFERENCE").setAll((ObjectNode) JSON.valueToTree(Map.of(
                        "sessions",
                        List.of(Api.session(start), Api.session(start.plus(1, ChronoUnit.DAYS))),
                        "questions",
                        List.of(Map.of(
                                "id",
                                "museum",
                                "kind",
                                "TEXT",
                                "label",
                                Map.of("en", "Your museum"),
                                "required",
                                true)),
                        "consents",
                        List.of(Map.of("id", "photos", "text", Map.of("en", "I agree"), "required", true)),
                        "privacyNotice",
                        Map.of("text", Map.of("en", "We keep it for a year.")),
                        "asksAccessibilityNeeds",
                        true)))));
    }

    private String activitySessions(String slug) {
        return String.join(
                "&",
                expect(200, api.get("/api/activities/" + slug)).at("/sessions").findValuesAsString("id").stream()
                        .map(id -> "sessions=" + id)
                        .toList());
    }

    private String words(String path) {
        return expect(200, api.get(path))
                .body()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace(" ,", ",");
    }

    private Api.Answer send(String slug, String fields) {
        return api.form("/programme/" + slug + "/registrations", fields);
    }

    private Map<String, @Nullable Object> row(String slug) {
        return database.sql("""
                select r.name, r.country, r.language, array_to_string(r.session_ids, ' ') as sessions
                from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query().singleRow();
    }

    private long count(String slug) {
        return database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query(Long.class).single();
    }
}
