package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
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
                .contains("Ana Example");
        assertThat(page.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(status("on-a-page", "page@example.org"))
                .as("a GET changes nothing")
                .isEqualTo("CONFIRMED");

        expect(303, api.post(path + "/cancellation", null));
        assertThat(status("on-a-page", "page@example.org")).isEqualTo("CANCELLED");
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
