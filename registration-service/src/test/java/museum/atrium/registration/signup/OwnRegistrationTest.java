package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RegistrationTest
class OwnRegistrationTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void theFirstOnTheWaitlistMovesUpWhenAPlaceIsFreed() {
        api.publish(
                api.webinar("moving-up", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        api.signUp("moving-up", "first@example.org");
        api.signUp("moving-up", "second@example.org");
        api.signUp("moving-up", "third@example.org");

        expect(204, api.call(HttpMethod.DELETE, own("moving-up", "first@example.org"), null));

        assertThat(status("moving-up", "first@example.org")).isEqualTo("CANCELLED");
        assertThat(status("moving-up", "second@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("moving-up", "third@example.org")).isEqualTo("WAITLISTED");
        expect(204, api.call(HttpMethod.DELETE, own("moving-up", "first@example.org"), null));
        assertThat(status("moving-up", "third@example.org")).isEqualTo("WAITLISTED");
    }

    @Test
    void aRaisedCapacityLetsTheNextInLineMoveUp() {
        api.publish(api.webinar("growing", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        List.of("a", "b", "c", "d").forEach(name -> api.signUp("growing", name + "@example.org"));

        expect(200, api.organizer(HttpMethod.PATCH, "/activities/growing", "{\"capacity\": 3}"));

        assertThat(status("growing", "c@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("growing", "d@example.org")).isEqualTo("WAITLISTED");
    }

    @Test
    void whoNeedsLessMayPassWhoDoesNotFit() {
        JsonNode activity = api.publish(twoSessions("passing", 1));
        String small = activity.at("/sessions/1/id").stringValue();
        String open = activity.at("/sessions/0/id").stringValue();
        choose("passing", "holder@example.org", small);
        api.signUp("passing", "filler@example.org");
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/passing", "{\"capacity\": 1}"));
        choose("passing", "late@example.org", open);
        assertThat(status("passing", "filler@example.org")).isEqualTo("WAITLISTED");

        expect(200, api.organizer(HttpMethod.PATCH, "/activities/passing", "{\"capacity\": 2}"));

        assertThat(status("passing", "filler@example.org"))
                .as("wants the full session")
                .isEqualTo("WAITLISTED");
        assertThat(status("passing", "late@example.org")).isEqualTo("CONFIRMED");
    }

    @Test
    void changingSessionsKeepsThePlaceThatOneHasIfTheOthersAreFull() {
        JsonNode activity = api.publish(twoSessions("choosing", 1));
        String open = activity.at("/sessions/0/id").stringValue();
        String small = activity.at("/sessions/1/id").stringValue();
        choose("choosing", "holder@example.org", small);
        choose("choosing", "other@example.org", open);

        Api.Answer full = expect(
                409,
                api.call(HttpMethod.PATCH, own("choosing", "other@example.org"), Map.of("sessions", List.of(small))));
        assertThat(full.at("/detail").stringValue()).contains("nothing was changed");
        assertThat(status("choosing", "other@example.org")).isEqualTo("CONFIRMED");

        expect(
                200,
                api.call(HttpMethod.PATCH, own("choosing", "holder@example.org"), Map.of("sessions", List.of(open))));
        Api.Answer changed = expect(
                200,
                api.call(HttpMethod.PATCH, own("choosing", "other@example.org"), Map.of("sessions", List.of(small))));
        assertThat(changed.at("/sessions/0/chosen").booleanValue()).isFalse();
        assertThat(changed.at("/sessions/1/chosen").booleanValue()).isTrue();
    }

    @Test
    void sessionsThatCannotBeChosenAreRefusedAlsoForWhoHasThemAll() {
        JsonNode elsewhere = api.publish(api.webinar("elsewhere", webinar -> {}));
        JsonNode activity = api.publish(twoSessions("strict", 5));
        String cancelled = activity.at("/sessions/1/id").stringValue();
        api.signUp("strict", "s@example.org");
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + cancelled, null));

        for (String session : List.of(
                "11111111-1111-4111-8111-111111111111",
                elsewhere.at("/sessions/0/id").stringValue(),
                cancelled)) {
            Api.Answer refused = expect(
                    422,
                    api.call(HttpMethod.PATCH, own("strict", "s@example.org"), Map.of("sessions", List.of(session))));
            assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("sessions");
        }
    }

    @Test
    void whoEditDifferentFieldsAtOnceBothGetTheirWay() {
        api.publish(api.webinar("together", webinar -> {}));
        api.signUp("together", "t@example.org");
        String path = own("together", "t@example.org");

        for (int round = 0; round < 10; round++) {
            String name = "Round " + round;
            String affiliation = "Museum " + round;
            List.of(Map.of("name", name), Map.of("affiliation", affiliation), Map.of("country", "PT")).stream()
                    .map(patch -> CompletableFuture.runAsync(
                            () -> expect(200, api.call(HttpMethod.PATCH, path, patch)),
                            task -> Thread.ofVirtual().start(task)))
                    .toList()
                    .forEach(CompletableFuture::join);
            Api.Answer stored = expect(200, api.get(path));
            assertThat(stored.at("/name").stringValue()).isEqualTo(name);
            assertThat(stored.at("/affiliation").stringValue()).isEqualTo(affiliation);
        }
    }

    @Test
    void whoWaitsForAFullSessionMovesUpWhenItIsOver() {
        Instant soon = clock.instant().plusSeconds(3);
        ObjectNode draft = twoSessions("session-over", 1);
        ((ObjectNode) draft.at("/sessions/1"))
                .put("startsAt", soon.minusSeconds(60).toString())
                .put("endsAt", soon.toString());
        api.publish(draft);
        api.signUp("session-over", "first@example.org");
        api.signUp("session-over", "second@example.org");
        assertThat(status("session-over", "second@example.org")).isEqualTo("WAITLISTED");

        eventually(
                Duration.ofSeconds(10),
                () -> assertThat(status("session-over", "second@example.org")).isEqualTo("CONFIRMED"));
    }

    @Test
    void nobodyMovesUpIntoASessionThatWasCancelled() {
        JsonNode activity = api.publish(twoSessions("cancelled-session", 1));
        String small = activity.at("/sessions/1/id").stringValue();
        choose("cancelled-session", "first@example.org", small);
        choose("cancelled-session", "second@example.org", small);

        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + small, null));

        assertThat(status("cancelled-session", "second@example.org")).isEqualTo("WAITLISTED");
    }

    @Test
    void oneChangesNameLanguageAndZoneButNotWhatIsNotOffered() {
        api.publish(api.webinar("personal", webinar -> {}));
        api.signUp("personal", "p@example.org");
        String path = own("personal", "p@example.org");

        Api.Answer changed = expect(
                200,
                api.call(
                        HttpMethod.PATCH,
                        path,
                        Map.of("name", "Zoë", "locale", "fr-be", "timeZone", "Asia/Kathmandu")));

        assertThat(changed.at("/name").stringValue()).isEqualTo("Zoë");
        assertThat(changed.at("/locale").stringValue()).isEqualTo("fr-BE");
        assertThat(changed.at("/activity/title").stringValue()).isEqualTo("Prendre soin des collections");
        expect(422, api.call(HttpMethod.PATCH, path, Map.of("email", "q@example.org")));
        expect(422, api.call(HttpMethod.PATCH, path, "{\"name\": null}"));
        expect(422, api.call(HttpMethod.PATCH, path, "{\"name\": 5}"));
        expect(400, api.call(HttpMethod.PATCH, path, "[]"));
    }

    @Test
    void signingUpAgainAfterCancellingIsANewBeginningWithTheSameRegistration() {
        api.publish(api.webinar("again", webinar -> webinar.put("capacity", 1)));
        api.signUp("again", "x@example.org");
        expect(204, api.call(HttpMethod.DELETE, own("again", "x@example.org"), null));

        expect(202, api.signUp("again", "X@example.org"));

        assertThat(database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id where a.slug = 'again'
                """).query(Long.class).single()).isEqualTo(1);
        assertThat(status("again", "X@example.org")).isEqualTo("CONFIRMED");
    }

    @Test
    void aLinkOpensOnlyWhatItWasMadeFor() {
        api.publish(api.webinar("linked", webinar -> {}));
        api.signUp("linked", "l@example.org");
        String token = api.manageToken("linked", "l@example.org");
        String join = api.joinToken("linked", "l@example.org");

        expect(404, api.get("/api/registrations/" + join));
        expect(
                404,
                api.get("/api/registrations/" + token.substring(0, token.length() - 1)
                        + (token.endsWith("A") ? "B" : "A")));
        expect(404, api.get("/api/registrations/" + "A".repeat(48)));
        database.sql("update registration set link_version = 2 where email = 'l@example.org'")
                .update();
        expect(404, api.get("/api/registrations/" + token));
    }

    @Test
    void thePageShowsTheRegistrationAndItsButtonCancelsIt() {
        api.publish(api.webinar(
                "on-a-page",
                webinar -> webinar.set(
                        "title",
                        tools.jackson.databind.json.JsonMapper.shared()
                                .valueToTree(Map.of("en", "<script>alert(1)</script>")))));
        api.signUp("on-a-page", "page@example.org");
        String path = "/registrations/" + api.manageToken("on-a-page", "page@example.org");

        Api.Answer page = expect(200, api.get(path));
        assertThat(page.body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>")
                .contains("Ana Example", "page@example.org", "href=\"/programme/on-a-page\"");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(status("on-a-page", "page@example.org"))
                .as("a GET changes nothing")
                .isEqualTo("CONFIRMED");

        expect(303, api.post(path + "/cancellation", null));
        assertThat(status("on-a-page", "page@example.org")).isEqualTo("CANCELLED");
    }

    @Test
    void whoWasThereWhenItIsOverCannotCancelAndStaysInTheAttendance() {
        Instant start = clock.instant().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);
        api.publish(api.webinar(
                "over-by-now",
                webinar -> webinar.set(
                        "sessions",
                        tools.jackson.databind.json.JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
        api.signUp("over-by-now", "there@example.org");
        String token = api.manageToken("over-by-now", "there@example.org");
        assertThat(expect(200, api.get("/registrations/" + token)).body()).contains("/cancellation");
        clock.letPass(Duration.ofMinutes(101));

        expect(409, api.call(HttpMethod.DELETE, "/api/registrations/" + token, null));
        expect(409, api.post("/registrations/" + token + "/cancellation", null));

        assertThat(expect(200, api.get("/registrations/" + token)).body()).doesNotContain("/cancellation");
        assertThat(status("over-by-now", "there@example.org")).isEqualTo("CONFIRMED");
        String id = api.organizer(HttpMethod.GET, "/activities/over-by-now/registrations", null)
                .at("/items/0/id")
                .stringValue();
        assertThat(expect(200, api.organizer(HttpMethod.DELETE, "/registrations/" + id, null))
                        .at("/status")
                        .stringValue())
                .as("the organiser knows why")
                .isEqualTo("CANCELLED");
    }

    @Test
    void theFormOnThePageChangesWhatTheMailPromised() {
        JsonNode activity = api.publish(twoSessions("by-form", 1));
        api.signUp("by-form", "form@example.org");
        String token = api.manageToken("by-form", "form@example.org");
        String form = "/registrations/" + token + "/change";
        String open = activity.at("/sessions/0/id").stringValue();

        expect(303, api.form(form, "name=Zo%C3%AB&language=fr&timeZone=Asia%2FKathmandu&sessions=" + open));

        Api.Answer changed = expect(200, api.get("/api/registrations/" + token));
        assertThat(changed.at("/name").stringValue()).isEqualTo("Zoë");
        assertThat(changed.at("/locale").stringValue()).isEqualTo("fr");
        assertThat(changed.at("/timeZone").stringValue()).isEqualTo("Asia/Kathmandu");
        assertThat(changed.at("/sessions/0/chosen").booleanValue()).isTrue();
        assertThat(changed.at("/sessions/1/chosen").booleanValue()).isFalse();
        assertThat(expect(200, api.get("/registrations/" + token)).body())
                .contains("Modifier mon inscription")
                .containsPattern("value=\"Asia/Kathmandu\"\\s+selected");
    }

    @Test
    void theFormHasCountryAndInstitutionAndThePageSaysOnceThatTheyAreSaved() {
        api.publish(api.webinar("saved-form", webinar -> {}));
        expect(202, api.signUp("saved-form", "saved@example.org"));
        String token = api.manageToken("saved-form", "saved@example.org");
        String page = "/registrations/" + token;

        Api.Answer saved = expect(
                303,
                api.form(page + "/change", "name=Ana&language=en&timeZone=UTC&country=pt&affiliation=City+Museum"));

        assertThat(String.valueOf(saved.headers().getLocation())).endsWith(page + "?saved");
        assertThat(expect(200, api.get(page + "?saved")).body())
                .contains("<p class=\"saved\" role=\"status\">Your changes are saved.</p>", "value=\"City Museum\"")
                .containsPattern("value=\"PT\"\\s+selected");
        assertThat(expect(200, api.get(page)).body()).doesNotContain("Your changes are saved.");
        expect(303, api.form(page + "/change", "name=Ana&language=en&timeZone=UTC"));
        Api.Answer stored = expect(200, api.get("/api" + page));
        assertThat(stored.at("/country").stringValue())
                .as("what a form does not have stays")
                .isEqualTo("PT");
        expect(303, api.form(page + "/change", "name=Ana&language=en&timeZone=UTC&country=&affiliation=+"));
        Api.Answer emptied = expect(200, api.get("/api" + page));
        assertThat(emptied.at("/country").isNull()).isTrue();
        assertThat(emptied.at("/affiliation").isNull()).isTrue();
    }

    @Test
    void whatIsWrongOnThePageIsSaidBesideItsField() {
        api.publish(api.webinar("wrong-fields", webinar -> {}));
        expect(202, api.signUp("wrong-fields", "wrong@example.org"));
        String page = "/registrations/" + api.manageToken("wrong-fields", "wrong@example.org");

        assertThat(expect(422, api.form(page + "/change", "name=+&language=%3F&timeZone=Nowhere&country=xx"))
                        .body())
                .contains(
                        "<span class=\"wrong\">Please enter a name.</span>",
                        "<span class=\"wrong\">Please choose a language from the list.</span>",
                        "<span class=\"wrong\">Please choose a time zone from the list.</span>",
                        "<span class=\"wrong\">Please choose a country from the list, or none.</span>")
                .doesNotContain("Please check the address.", "Your changes are saved.");
        assertThat(expect(422, api.form(page + "/address", "email=nowhere")).body())
                .containsOnlyOnce("<span class=\"wrong\">Please check the address.</span>")
                .doesNotContain("Please enter a name.");
        assertThat(expect(422, api.form(page + "/transfer", "name=&email=nowhere"))
                        .body())
                .containsOnlyOnce("<span class=\"wrong\">Please check the address.</span>")
                .containsOnlyOnce("<span class=\"wrong\">Please enter a name.</span>");
        assertThat(expect(200, api.get(page)).body()).doesNotContain("class=\"wrong\"");
    }

    @Test
    void aNameThatWasWrittenIsNotAskedForAgainAndAWrongChoiceIsNotReplacedByAnother() {
        api.publish(api.webinar("written-name", webinar -> {}));
        expect(202, api.signUp("written-name", "written@example.org"));
        String page = "/registrations/" + api.manageToken("written-name", "written@example.org");
        String stored = expect(200, api.get(own("written-name", "written@example.org")))
                .at("/timeZone")
                .stringValue();

        assertThat(expect(422, api.form(page + "/change", "name=Ana%07&language=en&timeZone=Nowhere&country=xx"))
                        .body())
                .contains("Please write the name in one line of at most 500 characters")
                .containsPattern("<option value=\"" + stored + "\"\\s+selected");
    }

    @Test
    void aFormThatCannotBeTakenChangesNothingAndSaysWhy() {
        JsonNode activity = api.publish(twoSessions("by-bad-form", 1));
        String open = activity.at("/sessions/0/id").stringValue();
        String small = activity.at("/sessions/1/id").stringValue();
        choose("by-bad-form", "holder@example.org", small);
        choose("by-bad-form", "form@example.org", open);
        String token = api.manageToken("by-bad-form", "form@example.org");
        String form = "/registrations/" + token + "/change";

        assertThat(expect(409, api.form(form, "name=Zoe&language=en&timeZone=UTC&sessions=" + small))
                        .body())
                .contains("no place left");
        assertThat(expect(422, api.form(form, "name=+&language=en&timeZone=UTC&sessions=" + open))
                        .body())
                .contains("role=\"alert\"");
        expect(422, api.form(form, "name=Zoe&language=en&timeZone=UTC"));
        expect(422, api.form(form, ""));
        assertThat(expect(200, api.get("/api/registrations/" + token))
                        .at("/name")
                        .stringValue())
                .isEqualTo("C");
    }

    @Test
    void aFormThatCannotBeTakenSaysWhatIsWrongInItAndKeepsWhatWasEntered() {
        JsonNode activity = api.publish(api.webinar("kept-forms", webinar -> {
            Instant start = Instant.parse(webinar.at("/sessions/0/startsAt").stringValue());
            webinar.putArray("sessions").addPOJO(Api.session(start)).addPOJO(Api.session(start.plusSeconds(7200)));
            for (String id : List.of("food", "seats")) {
                ObjectNode question = webinar.withArray("questions").addObject();
                question.put("id", id).put("kind", id.equals("food") ? "TEXT" : "NUMBER");
                question.putObject("label").put("en", "What about " + id + "?");
            }
        }));
        expect(202, api.signUp("kept-forms", "kept@example.org"));
        String page = "/registrations/" + api.manageToken("kept-forms", "kept@example.org");
        String second = activity.at("/sessions/1/id").stringValue();

        assertThat(expect(422, api.form(page + "/address", "email=new%40nowhere"))
                        .body())
                .contains("please check what you have entered", "value=\"new@nowhere\"")
                .doesNotContain("enter a name");
        assertThat(expect(422, api.form(page + "/transfer", "name=Cleo+%22C%22&email=cleo"))
                        .body())
                .contains("please check what you have entered", "value=\"Cleo &quot;C&quot;\"", "value=\"cleo\"")
                .contains("value=\"Ana Example\"");
        assertThat(expect(422, api.form(page + "/answers", "answers.food=Soup&answers.seats=many"))
                        .body())
                .contains("please answer what is required", ">Soup</textarea>");
        assertThat(expect(
                                422,
                                api.form(
                                        page + "/change",
                                        "name=+&language=sl&timeZone=Asia%2FTokyo&sessions=" + second))
                        .body())
                .contains("please check what is marked below")
                .containsPattern("value=\"sl\" lang=\"sl\"\\s+selected")
                .containsPattern("value=\"Asia/Tokyo\"\\s+selected")
                .containsOnlyOnce("checked=\"checked\"");
        assertThat(expect(200, api.get(page)).body()).doesNotContain("Soup", "Cleo", "nowhere");
        assertThat(expect(422, api.form("/registrations/recover", "email=lost%40nowhere"))
                        .body())
                .contains("value=\"lost@nowhere\"");
    }

    @Test
    void aWorthlessLinkShowsAPageToWhoReadsPagesAndAProblemToPrograms() {
        String path = "/registrations/" + "A".repeat(48);

        Api.Answer page = expect(404, api.get(path, "Accept", "text/html", "Accept-Language", "fr"));
        assertThat(page.body()).contains("Ce lien ne fonctionne pas");
        assertThat(expect(404, api.get(path)).at("/type").stringValue()).isEqualTo("urn:atrium:problem:not-found");
        expect(404, api.get("/join/" + "A".repeat(48) + "/no-session", "Accept", "text/html"));
    }

    private ObjectNode twoSessions(String slug, int placesOfTheSecond) {
        return api.webinar(slug, webinar -> {
            webinar.put("waitlist", true);
            ObjectNode second = ((ObjectNode) webinar.at("/sessions/0")).deepCopy();
            second.put("capacity", placesOfTheSecond);
            ((ArrayNode) webinar.get("sessions")).add(second);
        });
    }

    private void choose(String slug, String email, String session) {
        expect(
                202,
                api.post(
                        "/api/activities/" + slug + "/registrations",
                        Map.of("email", email, "name", "C", "sessions", List.of(session))));
    }

    private String own(String slug, String email) {
        return "/api/registrations/" + api.manageToken(slug, email);
    }

    private String status(String slug, String email) {
        return expect(200, api.get(own(slug, email))).at("/status").stringValue();
    }
}
