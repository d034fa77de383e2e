package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A registration that moves to another address, or goes to a colleague: only with the yes of who reads mail there. */
@RegistrationTest
class TakeoverTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aPlaceGoesToAColleagueWhoAcceptsItAndNobodyMovesUpInBetween() {
        full("passed-on");
        expect(202, api.signUp("passed-on", "giver@example.org"));
        expect(202, api.signUp("passed-on", "waiting@example.org"));
        String giver = api.manageToken("passed-on", "giver@example.org");

        expect(202, transfer(giver, "taker@example.org"));

        String taker = api.manageToken("passed-on", "taker@example.org");
        assertThat(status(giver)).isEqualTo("CONFIRMED");
        Api.Answer asked = expect(200, api.get("/api/registrations/" + taker));
        assertThat(asked.at("/status").stringValue()).isEqualTo("PENDING");
        assertThat(asked.at("/takeover").stringValue()).isEqualTo("COLLEAGUE");
        assertThat(occasions("taker@example.org")).containsOnlyKeys("transferOffered");

        Api.Answer accepted = expect(200, api.post("/api/registrations/" + taker + "/confirmation", null));

        assertThat(accepted.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(accepted.at("/takeover").isNull()).isTrue();
        assertThat(status(giver)).isEqualTo("CANCELLED");
        assertThat(status(api.manageToken("passed-on", "waiting@example.org"))).isEqualTo("WAITLISTED");
        assertThat(taken("passed-on")).isEqualTo(1);
        assertThat(occasions("giver@example.org")).containsKey("transferred").doesNotContainKey("cancelled");
        assertThat(occasions("taker@example.org")).containsKey("confirmed");
        expect(200, api.post("/api/registrations/" + taker + "/confirmation", null));
        assertThat(taken("passed-on")).as("saying yes twice").isEqualTo(1);
    }

    @Test
    void aPlaceInLineIsPassedOnAsItIs() {
        full("line-passed-on");
        Stream.of("in", "first", "second")
                .forEach(name -> expect(202, api.signUp("line-passed-on", name + "@example.org")));
        expect(202, transfer(api.manageToken("line-passed-on", "first@example.org"), "heir@example.org"));
        String heir = api.manageToken("line-passed-on", "heir@example.org");
        assertThat(expect(200, api.post("/api/registrations/" + heir + "/confirmation", null))
                        .at("/status")
                        .stringValue())
                .isEqualTo("WAITLISTED");

        expect(
                204,
                api.call(
                        HttpMethod.DELETE,
                        "/api/registrations/" + api.manageToken("line-passed-on", "in@example.org"),
                        null));

        assertThat(status(heir)).isEqualTo("CONFIRMED");
        assertThat(status(api.manageToken("line-passed-on", "second@example.org")))
                .isEqualTo("WAITLISTED");
    }

    @Test
    void aColleagueAnswersForThemselvesAndInheritsNoAnswers() {
        api.publish(api.webinar("asked-anew", webinar -> {
            ObjectNode question = webinar.putArray("questions").addObject();
            question.put("id", "diet").put("kind", "TEXT").put("required", true);
            question.putObject("label").put("en", "What do you eat?");
        }));
        expect(
                202,
                api.post(
                        "/api/activities/asked-anew/registrations",
                        Map.of("email", "giver@example.org", "name", "G", "answers", Map.of("diet", "no nuts"))));
        expect(202, transfer(api.manageToken("asked-anew", "giver@example.org"), "taker@example.org"));
        String taker = "/api/registrations/" + api.manageToken("asked-anew", "taker@example.org");
        assertThat(expect(200, api.get(taker)).at("/answers").isEmpty()).isTrue();

        Api.Answer refused = expect(422, api.post(taker + "/confirmation", null));
        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("answers.diet");
        expect(200, api.call(HttpMethod.PATCH, taker, Map.of("answers", Map.of("diet", "anything"))));
        expect(200, api.post(taker + "/confirmation", null));

        Api.Answer taken = expect(200, api.get(taker));
        assertThat(taken.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(taken.at("/answers/diet").stringValue()).isEqualTo("anything");
    }

    @Test
    void theColleaguesPageTakesNameAndAnswersWithTheYes() {
        api.publish(api.webinar("asked-on-page", webinar -> {
            ObjectNode question = webinar.putArray("questions").addObject();
            question.put("id", "diet").put("kind", "TEXT").put("required", true);
            question.putObject("label").put("en", "What do you eat?");
        }));
        expect(
                202,
                api.post(
                        "/api/activities/asked-on-page/registrations",
                        Map.of("email", "giver@example.org", "name", "G", "answers", Map.of("diet", "no nuts"))));
        String giver = "/registrations/" + api.manageToken("asked-on-page", "giver@example.org");
        assertThat(expect(200, api.get(giver)).body()).contains(giver + "/transfer", giver + "/address", "no nuts");
        assertThat(expect(200, api.form(giver + "/transfer", "email=taker%40example.org&name=Tia"))
                        .body())
                .contains("A mail is on its way");
        String taker = "/registrations/" + api.manageToken("asked-on-page", "taker@example.org");
        assertThat(expect(200, api.get(taker)).body())
                .contains("A place is passed on to you", "What do you eat?", "value=\"Tia\"")
                .doesNotContain("no nuts");
        String person = "name=Tia+Example&language=en&timeZone=Europe%2FParis";
        assertThat(expect(422, api.form(taker + "/confirmation", person)).body())
                .contains("Nothing was changed", "value=\"Tia Example\"");

        expect(303, api.form(taker + "/confirmation", person + "&answers.diet=soup"));

        assertThat(expect(200, api.get(taker)).body()).contains("Registered as Tia Example", "soup");
        assertThat(expect(303, api.form(taker + "/answers", "answers.diet=salad"))
                        .status())
                .isEqualTo(303);
        assertThat(expect(200, api.get(taker)).body()).contains("salad").doesNotContain("soup");
    }

    @Test
    void whoDoesNotWantThePlaceIsForgottenAndTheGiverKeepsIt() {
        full("declined");
        expect(202, api.signUp("declined", "giver@example.org"));
        String giver = api.manageToken("declined", "giver@example.org");
        expect(202, transfer(giver, "unwilling@example.org"));

        expect(
                204,
                api.call(
                        HttpMethod.DELETE,
                        "/api/registrations/" + api.manageToken("declined", "unwilling@example.org"),
                        null));

        assertThat(known("unwilling@example.org")).isZero();
        assertThat(status(giver)).isEqualTo("CONFIRMED");
    }

    @Test
    void anAnswerThatNeverComesChangesNothing() {
        api.publish(api.webinar("unanswered", webinar -> {}));
        expect(202, api.signUp("unanswered", "giver@example.org"));
        expect(202, transfer(api.manageToken("unanswered", "giver@example.org"), "silent@example.org"));

        clock.letPass(Duration.ofHours(49));

        eventually(() -> assertThat(known("silent@example.org")).isZero());
        assertThat(status(api.manageToken("unanswered", "giver@example.org"))).isEqualTo("CONFIRMED");
    }

    @Test
    void aLaterWishReplacesAnEarlierOneAndACancelledPlaceIsNobodys() {
        full("second-thoughts");
        expect(202, api.signUp("second-thoughts", "giver@example.org"));
        String giver = api.manageToken("second-thoughts", "giver@example.org");
        expect(202, transfer(giver, "mistyped@example.org"));
        expect(202, transfer(giver, "meant@example.org"));
        assertThat(known("mistyped@example.org")).isZero();
        String meant = api.manageToken("second-thoughts", "meant@example.org");

        expect(204, api.call(HttpMethod.DELETE, "/api/registrations/" + giver, null));

        assertThat(expect(409, api.post("/api/registrations/" + meant + "/confirmation", null))
                        .at("/type")
                        .stringValue())
                .endsWith("taken-back");
        assertThat(taken("second-thoughts")).isZero();
    }

    @Test
    void whoIsRegisteredAlreadyKeepsTheirOwnAndTheAnswerDoesNotTell() {
        full("both-in");
        expect(202, api.signUp("both-in", "giver@example.org"));
        expect(202, api.signUp("both-in", "other@example.org"));
        clock.letPass(Duration.ofMinutes(1));

        expect(202, transfer(api.manageToken("both-in", "giver@example.org"), "OTHER@example.org"));

        String other = api.manageToken("both-in", "other@example.org");
        assertThat(status(other)).isEqualTo("WAITLISTED");
        assertThat(occasions("other@example.org")).containsKey("repeated");
        expect(200, api.get("/api/registrations/" + other));
        assertThat(expect(200, api.get("/api/registrations/" + other))
                        .at("/takeover")
                        .isNull())
                .isTrue();
    }

    @Test
    void ownSignUpGoesBeforeWhatSomebodyElseAskedFor() {
        api.publish(api.webinar("by-oneself", webinar -> {}));
        expect(202, api.signUp("by-oneself", "giver@example.org"));
        expect(202, transfer(api.manageToken("by-oneself", "giver@example.org"), "self@example.org"));

        expect(202, api.signUp("by-oneself", "self@example.org"));

        assertThat(status(api.manageToken("by-oneself", "self@example.org"))).isEqualTo("CONFIRMED");
        assertThat(status(api.manageToken("by-oneself", "giver@example.org"))).isEqualTo("CONFIRMED");
        assertThat(taken("by-oneself")).isEqualTo(2);
    }

    @Test
    void aNewAddressCountsOnceItIsConfirmedAndOldLinksAreWorthlessThen() {
        api.publish(api.webinar("moving", webinar -> {}));
        expect(202, api.signUp("moving", "old@example.org"));
        String old = api.manageToken("moving", "old@example.org");
        UUID id = idOf("moving", "old@example.org");

        expect(202, api.post("/api/registrations/" + old + "/address", Map.of("email", "new@example.org")));

        assertThat(occasions("old@example.org")).containsKey("addressAsked");
        assertThat(occasions("new@example.org")).containsOnlyKeys("addressProving");
        assertThat(expect(200, api.get("/api/registrations/" + old))
                        .at("/email")
                        .stringValue())
                .isEqualTo("old@example.org");
        String proving = "/registrations/" + api.manageToken("moving", "new@example.org");
        assertThat(expect(200, api.get(proving)).body()).contains("Confirm this address");
        expect(409, api.call(HttpMethod.PATCH, "/api" + proving, Map.of("name", "Somebody Else")));
        assertThat(listed("moving")).as("for organisers it is one registration").isEqualTo(1);

        assertThat(expect(200, api.form(proving + "/confirmation", "")).body()).contains("This address is confirmed");

        assertThat(idOf("moving", "new@example.org")).isEqualTo(id);
        assertThat(known("old@example.org")).isZero();
        expect(404, api.get("/api/registrations/" + old));
        expect(404, api.get("/api" + proving));
        assertThat(expect(200, api.get("/api/registrations/" + manageToken(id, 2)))
                        .at("/email")
                        .stringValue())
                .isEqualTo("new@example.org");
        assertThat(occasions("new@example.org")).containsKey("addressChanged");
        assertThat(taken("moving")).isEqualTo(1);
    }

    @Test
    void aSubscriptionMovesToo() {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of("slug", "moving-series", "title", Map.of("en", "Museums at work"))));
        expect(202, api.post("/api/series/moving-series/subscriptions", Map.of("email", "sub@example.org")));
        String token = api.manageToken("moving-series", "sub@example.org");
        expect(409, api.post("/api/registrations/" + token + "/address", Map.of("email", "sub2@example.org")));
        expect(200, api.post("/api/registrations/" + token + "/confirmation", null));

        expect(202, api.post("/api/registrations/" + token + "/address", Map.of("email", "sub2@example.org")));
        Api.Answer moved = expect(
                200,
                api.post(
                        "/api/registrations/" + api.manageToken("moving-series", "sub2@example.org") + "/confirmation",
                        null));

        assertThat(moved.at("/email").stringValue()).isEqualTo("sub2@example.org");
        assertThat(moved.at("/status").stringValue()).isEqualTo("INTERESTED");
        expect(
                409,
                api.post(
                        "/api/registrations/" + manageToken(idOf("moving-series", "sub2@example.org"), 2) + "/transfer",
                        Map.of("email", "c@example.org", "name", "C")));
    }

    @Test
    void erasingForgetsAlsoToWhomItWasOffered() {
        api.publish(api.webinar("forgotten-offer", webinar -> {}));
        expect(202, api.signUp("forgotten-offer", "giver@example.org"));
        String giver = api.manageToken("forgotten-offer", "giver@example.org");
        expect(202, transfer(giver, "named@example.org"));

        expect(202, api.post("/api/registrations/" + giver + "/erasure", null));

        assertThat(known("named@example.org")).isZero();
    }

    @Test
    void whatTheOrganiserDecidesIsNotPassedOnAndDomainsHold() {
        api.publish(api.webinar("picked", webinar -> webinar.put("approval", true)));
        expect(202, api.signUp("picked", "asking@example.org"));
        expect(409, transfer(api.manageToken("picked", "asking@example.org"), "other@example.org"));
        api.publish(api.webinar(
                "in-house", webinar -> webinar.putArray("allowedDomains").add("example.org")));
        expect(202, api.signUp("in-house", "colleague@example.org"));
        String token = api.manageToken("in-house", "colleague@example.org");

        expect(422, transfer(token, "outsider@example.com"));
        expect(422, transfer(token, "Colleague@example.org"));
        expect(422, api.post("/api/registrations/" + token + "/transfer", Map.of("email", "a@example.org")));
        expect(422, api.post("/api/registrations/" + token + "/address", Map.of("email", "not an address")));
        expect(404, transfer("x".repeat(48), "a@example.org"));
        assertThat(expect(
                                422,
                                api.call(
                                        HttpMethod.PATCH,
                                        "/api/registrations/" + token,
                                        Map.of("email", "a@example.org")))
                        .at("/errors/0/message")
                        .stringValue())
                .contains("/address");
    }

    @Test
    void severalWhoTakeGiveAndCancelAtOnceNeitherOversellNorLosePlaces() {
        api.publish(
                api.webinar("crowded", webinar -> webinar.put("capacity", 10).put("waitlist", true)));
        for (int i = 0; i < 20; i++) {
            expect(202, api.signUp("crowded", "p" + i + "@example.org"));
        }
        List<String> takers = IntStream.range(0, 10)
                .mapToObj(i -> {
                    expect(
                            202,
                            transfer(api.manageToken("crowded", "p" + i + "@example.org"), "t" + i + "@example.org"));
                    return api.manageToken("crowded", "t" + i + "@example.org");
                })
                .toList();

        List<CompletableFuture<Void>> all = IntStream.range(0, 10)
                .boxed()
                .flatMap(i -> Stream.of(
                        CompletableFuture.runAsync(
                                () -> api.post("/api/registrations/" + takers.get(i) + "/confirmation", null)),
                        CompletableFuture.runAsync(() -> api.call(
                                HttpMethod.DELETE,
                                "/api/registrations/" + api.manageToken("crowded", "p" + i + "@example.org"),
                                null))))
                .toList();
        all.forEach(CompletableFuture::join);

        assertThat(taken("crowded")).isEqualTo(10);
        assertThat(database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id
                where a.slug = 'crowded' and r.status = 'CONFIRMED'
                """).query(Integer.class).single()).isEqualTo(10);
    }

    @Test
    void whoLostTheirLinksIsToldOnceForAllThatIsTheirs() {
        api.publish(api.webinar("lost-one", webinar -> {}));
        api.publish(api.webinar("lost-two", webinar -> {}));
        expect(202, api.signUp("lost-one", "lost@example.org"));
        clock.letPass(Duration.ofMinutes(10));
        expect(202, api.signUp("lost-two", "lost@example.org"));

        expect(202, api.post("/api/registrations/recover", Map.of("email", "LOST@example.org")));
        Api.Answer stranger = expect(202, api.post("/api/registrations/recover", Map.of("email", "who@example.org")));

        eventually(() -> assertThat(occasionsIn("lost-two", "lost@example.org")).containsKey("linksAsked"));
        assertThat(occasionsIn("lost-one", "lost@example.org")).doesNotContainKey("linksAsked");
        assertThat(stranger.body()).isEmpty();
        long told = occasionsIn("lost-two", "lost@example.org").getOrDefault("linksAsked", 0L);
        expect(202, api.post("/api/registrations/recover", Map.of("email", "lost@example.org")));
        eventually(() -> assertThat(database.sql("select count(*) from scheduled_tasks where task_name = 'recovery'")
                        .query(Integer.class)
                        .single())
                .as("what was asked is forgotten when it is done")
                .isZero());
        assertThat(occasionsIn("lost-two", "lost@example.org")).containsEntry("linksAsked", told);
        clock.letPass(Duration.ofMinutes(6));
        expect(200, api.form("/registrations/recover", "email=lost%40example.org"));
        eventually(() -> assertThat(occasionsIn("lost-two", "lost@example.org").getOrDefault("linksAsked", 0L))
                .isGreaterThan(told));
        expect(422, api.post("/api/registrations/recover", Map.of("email", "nobody")));
        expect(422, api.form("/registrations/recover", "email=nobody"));
        assertThat(expect(200, api.get("/registrations/recover")).body()).contains("Send me my links");
    }

    private void full(String slug) {
        api.publish(api.webinar(slug, webinar -> webinar.put("capacity", 1).put("waitlist", true)));
    }

    private Api.Answer transfer(String token, String email) {
        return api.post("/api/registrations/" + token + "/transfer", Map.of("email", email, "name", "Tia Example"));
    }

    private String status(String token) {
        return expect(200, api.get("/api/registrations/" + token)).at("/status").stringValue();
    }

    private int taken(String slug) {
        return database.sql("select taken from activity where slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }

    private int known(String email) {
        return database.sql("select count(*) from registration where email_key = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }

    private int listed(String slug) {
        return api.organizer(HttpMethod.GET, "/activities/" + slug + "/registrations", null)
                .at("/items")
                .size();
    }

    private UUID idOf(String slug, String email) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = ? and r.email_key = ?
                """).params(slug, email).query(UUID.class).single();
    }

    private static String manageToken(UUID id, int version) {
        return new SignedLinks(LinkKeys.parse("manage", Api.MANAGE_KEY)).sign(new SignedLink(id, version));
    }

    private Map<String, Long> occasions(String email) {
        return parsed(database.sql("select occasions::text from registration where email_key = ?"
                        + " order by registered_at desc limit 1")
                .param(email)
                .query(String.class)
                .single());
    }

    private Map<String, Long> occasionsIn(String slug, String email) {
        return parsed(database.sql("""
                select r.occasions::text from registration r join activity a on a.id = r.activity_id
                where a.slug = ? and r.email_key = ?
                """).params(slug, email).query(String.class).single());
    }

    private static Map<String, Long> parsed(String occasions) {
        Map<String, Long> parsed = new java.util.TreeMap<>();
        JsonMapper.shared()
                .readTree(occasions)
                .properties()
                .forEach(entry -> parsed.put(entry.getKey(), entry.getValue().longValue()));
        return parsed;
    }
}
