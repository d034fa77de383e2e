package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RegistrationTest
class SubscriptionTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aSubscriptionCountsOnceItsAddressIsConfirmedAndEndsWhenItsOwnerSaysSo() {
        series("standing");

        subscribe("standing", "a@example.org");
        assertThat(own("standing", "a@example.org").at("/pendingFor").stringValue())
                .isEqualTo("ADDRESS");
        Api.Answer confirmed = expect(200, confirm("standing", "a@example.org"));
        assertThat(confirmed.at("/status").stringValue()).isEqualTo("INTERESTED");
        assertThat(confirmed.at("/activity/kind").stringValue()).isEqualTo("SERIES");
        assertThat(confirmed.at("/name").stringValue()).isEmpty();
        long revision = revision("standing", "a@example.org");
        expect(200, confirm("standing", "a@example.org"));
        assertThat(revision("standing", "a@example.org"))
                .as("yes said twice changes nothing")
                .isEqualTo(revision);

        expect(204, api.call(HttpMethod.DELETE, path("standing", "a@example.org"), null));
        assertThat(status("standing", "a@example.org")).isEqualTo("CANCELLED");
        expect(409, confirm("standing", "a@example.org"));
        subscribe("standing", "a@example.org");
        assertThat(status("standing", "a@example.org"))
                .as("who comes back is asked again")
                .isEqualTo("PENDING");
    }

    @Test
    void everyAddressIsAnsweredAlikeAndNobodyIsSubscribedTwice() {
        series("alike");
        subscribe("alike", "known@example.org");
        expect(200, confirm("alike", "known@example.org"));
        clock.letPass(Duration.ofMinutes(1));
        long revision = revision("alike", "known@example.org");

        Api.Answer newcomer = subscribe("alike", "new@example.org");
        Api.Answer known = subscribe("alike", "KNOWN@example.org");

        assertThat(known.body()).isEqualTo(newcomer.body());
        assertThat(known.at("/status").stringValue()).isEqualTo("PENDING");
        assertThat(status("alike", "known@example.org")).isEqualTo("INTERESTED");
        assertThat(revision("alike", "known@example.org"))
                .as("told by mail, once")
                .isEqualTo(revision + 1);
        subscribe("alike", "known@example.org");
        assertThat(revision("alike", "known@example.org")).isEqualTo(revision + 1);
        assertThat(count("alike")).isEqualTo(2);
    }

    @Test
    void anAddressThatNobodyConfirmsIsErased() {
        series("unproven");
        subscribe("unproven", "nobody@example.org");
        String link = path("unproven", "nobody@example.org");

        clock.letPass(Duration.ofHours(49));

        eventually(() -> expect(404, api.get(link)));
        assertThat(count("unproven")).isZero();
    }

    @Test
    void aRequestThatIsSentAgainIsTheSameRequest() {
        series("sent-again");
        Map<String, String> body = Map.of("email", "twice@example.org");
        for (int i = 0; i < 2; i++) {
            expect(202, api.post("/api/series/sent-again/subscriptions", body, "Idempotency-Key", "one"));
        }
        expect(
                422,
                api.post(
                        "/api/series/sent-again/subscriptions",
                        Map.of("email", "other@example.org"),
                        "Idempotency-Key",
                        "one"));
        assertThat(count("sent-again")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | email",
                "{\"email\":\"nobody\"}                                     | email",
                "{\"email\":\"a@example.org\",\"locale\":\"?\"}             | locale",
                "{\"email\":\"a@example.org\",\"timeZone\":\"Nowhere\"}     | timeZone",
                "{\"email\":\"a@example.org\",\"sessions\":[]}              | sessions",
            })
    void whatIsWrongIsSaidByField(String body, String field) {
        String slug = "strict-" + field.toLowerCase(Locale.ROOT) + "-" + body.length();
        series(slug);

        Api.Answer refused = expect(422, api.post("/api/series/" + slug + "/subscriptions", body));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    @Test
    void aSubscriptionIsToASeriesOnly() {
        api.publish(api.webinar("no-series", draft -> {}));

        expect(404, api.post("/api/series/no-series/subscriptions", Map.of("email", "a@example.org")));

        expect(202, api.signUp("no-series", "a@example.org"));
        String token = api.manageToken("no-series", "a@example.org");
        expect(409, signUp(token, Map.of("activity", "no-series")));
        expect(404, api.form("/registrations/" + token + "/sign-ups", "activity=no-series"));
    }

    @Test
    void subscribersSignUpWithAddressAndNameThatAreKnownAndAreNotAskedForThemAgain() {
        series("proven");
        activity(
                "proven-opt-in",
                "proven",
                draft -> draft.put("doubleOptIn", true).put("capacity", 2));
        String token = subscriber("proven", "p@example.org", "Paula Example");

        Api.Answer answer = expect(202, signUp(token, Map.of("activity", "proven-opt-in")));

        assertThat(answer.at("/status").stringValue()).isEqualTo("CONFIRMED");
        Api.Answer stored = own("proven-opt-in", "p@example.org");
        assertThat(stored.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(stored.at("/name").stringValue()).isEqualTo("Paula Example");
        assertThat(stored.at("/locale").stringValue()).isEqualTo("pt");
        assertThat(stored.at("/timeZone").stringValue()).isEqualTo("Europe/Lisbon");
        assertThat(status("proven", "p@example.org")).isEqualTo("INTERESTED");
        expect(202, signUp(token, Map.of("activity", "proven-opt-in")));
        assertThat(count("proven-opt-in")).isEqualTo(1);
        expect(202, signUp(subscriber("proven", "q@example.org", "Q"), Map.of("activity", "proven-opt-in")));
        expect(409, signUp(subscriber("proven", "r@example.org", "R"), Map.of("activity", "proven-opt-in")));
    }

    @Test
    void anEarlierSignUpThatStillWaitsForTheAddressNeedsItNoMore() {
        series("overtaking");
        activity("overtaken", "overtaking", draft -> draft.put("doubleOptIn", true));
        expect(202, api.signUp("overtaken", "o@example.org"));
        assertThat(status("overtaken", "o@example.org")).isEqualTo("PENDING");
        String token = subscriber("overtaking", "o@example.org", "Olga");

        expect(202, signUp(token, Map.of("activity", "overtaken")));

        assertThat(status("overtaken", "o@example.org")).isEqualTo("CONFIRMED");
        assertThat(count("overtaken")).isEqualTo(1);
    }

    @Test
    void aSignUpFromASubscriptionIsForItsOwnSeriesAndNeedsAName() {
        series("own-one");
        series("other-one");
        activity("of-own", "own-one", draft -> {});
        activity("of-other", "other-one", draft -> {});
        expect(
                201,
                api.organizer(HttpMethod.POST, "/activities", api.webinar("secret", d -> d.put("series", "own-one"))));
        String token = subscriber("own-one", "s@example.org", null);

        for (String slug : List.of("of-other", "secret", "own-one", "unheard-of")) {
            Api.Answer refused = expect(422, signUp(token, Map.of("activity", slug, "name", "S")));
            assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("activity");
        }
        Api.Answer nameless = expect(422, signUp(token, Map.of("activity", "of-own")));
        assertThat(nameless.at("/errors/0/field").stringValue()).isEqualTo("name");
        expect(202, signUp(token, Map.of("activity", "of-own", "name", "Sara Example")));
        assertThat(own("of-own", "s@example.org").at("/name").stringValue()).isEqualTo("Sara Example");

        subscribe("own-one", "unproven@example.org");
        expect(
                409,
                signUp(api.manageToken("own-one", "unproven@example.org"), Map.of("activity", "of-own", "name", "U")));
        expect(204, api.call(HttpMethod.DELETE, path("own-one", "s@example.org"), null));
        expect(409, signUp(token, Map.of("activity", "of-own", "name", "S")));
    }

    @Test
    void thePageOfASubscriptionListsWhatOneCanSignUpForAndSignsUpWithAClick() {
        series("on-page");
        activity("page-open", "on-page", draft -> {});
        activity("page-codes", "on-page", draft -> draft.put("invitationOnly", true));
        activity("page-undated", "on-page", draft -> draft.putArray("sessions"));
        activity("page-cancelled", "on-page", draft -> {});
        expect(200, api.organizer(HttpMethod.POST, "/activities/page-cancelled/cancellation", null));
        subscribe("on-page", "page@example.org");
        String path = "/registrations/" + api.manageToken("on-page", "page@example.org");

        assertThat(page(path))
                .contains("Museums at work", "Confirm my subscription", "End my subscription")
                .doesNotContain("page-open", "Sessions", "Your registration");
        expect(303, api.form(path + "/confirmation", ""));
        String listed = page(path);
        assertThat(listed)
                .contains("Subscribed", "value=\"page-open\"", "value=\"page-undated\"", "Sign up", "name=\"name\"")
                .as("where the titles in mails of what is new lead to")
                .contains("id=\"activity-page-open\"")
                .contains("Central European Time", "The dates have not been announced yet.")
                .doesNotContain("page-codes", "page-cancelled", "Confirm my subscription");

        Api.Answer nameless = expect(422, api.form(path + "/sign-ups", "activity=page-open"));
        assertThat(nameless.body()).contains("please check what you have entered");
        expect(303, api.form(path + "/change", "name=Petra+Example&language=en&timeZone=Europe/Paris"));
        expect(303, api.form(path + "/sign-ups", "activity=page-open"));
        assertThat(status("page-open", "page@example.org")).isEqualTo("CONFIRMED");
        assertThat(own("page-open", "page@example.org").at("/name").stringValue())
                .isEqualTo("Petra Example");
        assertThat(page(path)).contains("You are signed up").doesNotContain("value=\"page-open\"");

        expect(303, api.form(path + "/cancellation", ""));
        assertThat(page(path)).contains("This subscription has ended").doesNotContain("Sign up", "End my subscription");
        assertThat(expect(409, api.form(path + "/sign-ups", "activity=page-undated"))
                        .body())
                .contains("not possible any more");
        assertThat(status("page-open", "page@example.org")).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "de,Abonniert",
        "es,Suscripción activa",
        "fr,Abonnement en cours",
        "pt,Subscrição ativa",
        "sl,Naročnina velja"
    })
    void thePageIsInTheSubscribersLanguage(String language, String words) {
        series("read-in-" + language);
        expect(
                202,
                api.post(
                        "/api/series/read-in-" + language + "/subscriptions",
                        Map.of("email", "r@example.org", "locale", language)));
        expect(200, confirm("read-in-" + language, "r@example.org"));

        assertThat(page("/registrations/" + api.manageToken("read-in-" + language, "r@example.org")))
                .contains("lang=\"" + language + "\"", words)
                .doesNotContain("??");
    }

    private void series(String slug) {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of("slug", slug, "title", Map.of("en", "Museums at work"), "summary", Map.of())));
    }

    private void activity(String slug, String series, Consumer<ObjectNode> changes) {
        api.publish(api.webinar(slug, draft -> {
            draft.put("series", series);
            Instant start = clock.instant().plus(Duration.ofDays(30));
            draft.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))));
            changes.accept(draft);
        }));
    }

    private Api.Answer subscribe(String slug, String email) {
        return expect(
                202,
                api.post(
                        "/api/series/" + slug + "/subscriptions", Map.of("email", email, "timeZone", "Europe/Berlin")));
    }

    /** @return the token of a subscription that is in force */
    private String subscriber(String slug, String email, @Nullable String name) {
        Map<String, String> who = new HashMap<>(Map.of("email", email, "locale", "pt", "timeZone", "Europe/Lisbon"));
        if (name != null) {
            who.put("name", name);
        }
        expect(202, api.post("/api/series/" + slug + "/subscriptions", who));
        expect(200, confirm(slug, email));
        return api.manageToken(slug, email);
    }

    private Api.Answer signUp(String token, Map<String, String> body) {
        return api.post("/api/registrations/" + token + "/sign-ups", body);
    }

    private Api.Answer confirm(String slug, String email) {
        return api.post(path(slug, email) + "/confirmation", null);
    }

    private String path(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email);
    }

    private Api.Answer own(String slug, String email) {
        return expect(200, api.get(path(slug, email)));
    }

    private String status(String slug, String email) {
        return own(slug, email).at("/status").stringValue();
    }

    private String page(String path) {
        return expect(200, api.get(path, "Accept", "text/html")).body();
    }

    private long revision(String slug, String email) {
        return database.sql("""
                select r.revision from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private long count(String slug) {
        return database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query(Long.class).single();
    }
}
