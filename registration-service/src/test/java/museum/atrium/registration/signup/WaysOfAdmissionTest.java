package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegistrationTest
class WaysOfAdmissionTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void anAddressThatMustBeConfirmedHoldsNothingUntilItIs() {
        api.publish(api.webinar(
                "opt-in", webinar -> webinar.put("doubleOptIn", true).put("capacity", 1)));

        assertThat(signedUp("opt-in", "a@example.org")).isEqualTo("PENDING");
        assertThat(signedUp("opt-in", "b@example.org")).isEqualTo("PENDING");
        assertThat(own("opt-in", "a@example.org").at("/pendingFor").stringValue())
                .isEqualTo("ADDRESS");
        assertThat(remaining("opt-in")).isEqualTo(1);

        expect(200, confirm("opt-in", "b@example.org"));
        assertThat(status("opt-in", "b@example.org")).isEqualTo("CONFIRMED");
        expect(200, confirm("opt-in", "b@example.org"));
        assertThat(expect(409, confirm("opt-in", "a@example.org")).at("/type").stringValue())
                .isEqualTo("urn:atrium:problem:full");
    }

    @Test
    void anAddressThatNobodyConfirmsIsErased() {
        api.publish(api.webinar("never", webinar -> webinar.put("doubleOptIn", true)));
        signedUp("never", "nobody@example.org");
        String link = "/api/registrations/" + api.manageToken("never", "nobody@example.org");

        clock.letPass(Duration.ofHours(49));

        eventually(() -> expect(404, api.get(link)));
        assertThat(database.sql("select count(*) from registration where email = 'nobody@example.org'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theOrganiserApprovesOrDeclines() {
        api.publish(api.webinar(
                "approved",
                webinar -> webinar.put("approval", true).put("capacity", 1).put("waitlist", true)));
        List.of("a", "b", "c")
                .forEach(name ->
                        assertThat(signedUp("approved", name + "@example.org")).isEqualTo("PENDING"));
        Api.Answer asked =
                expect(200, api.organizer(HttpMethod.GET, "/activities/approved/registrations?status=PENDING", null));
        assertThat(asked.at("/items").size()).isEqualTo(3);

        expect(200, decide(asked, 0, "approval"));
        expect(200, decide(asked, 1, "approval"));
        expect(200, decide(asked, 2, "rejection"));
        expect(200, decide(asked, 2, "rejection"));
        expect(409, decide(asked, 2, "approval"));
        expect(409, decide(asked, 0, "rejection"));

        assertThat(status("approved", "a@example.org")).isEqualTo("CONFIRMED");
        assertThat(status("approved", "b@example.org")).isEqualTo("WAITLISTED");
        assertThat(status("approved", "c@example.org")).isEqualTo("CANCELLED");
        expect(401, api.post("/api/organizer/registrations/" + id(asked, 0) + "/approval", null));
    }

    @Test
    void aPlaceThatIsOfferedIsHeldUntilItIsAcceptedOrTheTimeIsOver() {
        api.publish(api.webinar(
                "offered",
                webinar -> webinar.put("capacity", 1).put("waitlist", true).put("placeOffers", "PT2H")));
        List.of("a", "b", "c", "d").forEach(name -> signedUp("offered", name + "@example.org"));

        expect(204, api.call(HttpMethod.DELETE, path("offered", "a@example.org"), null));
        assertThat(status("offered", "b@example.org")).isEqualTo("WAITLISTED");
        assertThat(own("offered", "b@example.org").at("/answerBy").isNull()).isFalse();
        assertThat(remaining("offered")).as("held").isZero();
        expect(409, confirm("offered", "c@example.org"));

        clock.letPass(Duration.ofHours(3));
        eventually(() -> assertThat(status("offered", "b@example.org")).isEqualTo("CANCELLED"));
        expect(409, confirm("offered", "b@example.org"));
        assertThat(own("offered", "c@example.org").at("/answerBy").isNull()).isFalse();

        expect(303, api.form("/registrations/" + api.manageToken("offered", "c@example.org") + "/confirmation", ""));
        assertThat(status("offered", "c@example.org")).isEqualTo("CONFIRMED");
        assertThat(own("offered", "d@example.org").at("/answerBy").isNull()).isTrue();
        assertThat(remaining("offered")).isZero();
    }

    @Test
    void signUpIsOpenInItsWindowOnly() {
        Instant now = clock.instant();
        api.publish(api.webinar(
                "window",
                webinar -> webinar.put(
                                "registrationOpensAt",
                                now.plus(Duration.ofHours(1)).toString())
                        .put(
                                "registrationClosesAt",
                                now.plus(Duration.ofHours(2)).toString())));
        expect(409, api.signUp("window", "early@example.org"));
        assertThat(state("window")).isEqualTo("CLOSED");

        clock.letPass(Duration.ofMinutes(61));
        assertThat(state("window")).isEqualTo("OPEN");
        assertThat(signedUp("window", "right@example.org")).isEqualTo("CONFIRMED");

        clock.letPass(Duration.ofHours(1));
        expect(409, api.signUp("window", "late@example.org"));
    }

    @Test
    void whoIsInvitedNeedsACodeThatLasts() {
        api.publish(api.webinar("invited", webinar -> webinar.put("invitationOnly", true)));
        Map<String, Object> shared = Map.of("code", "museum-2027", "uses", 2);
        expect(201, api.organizer(HttpMethod.POST, "/activities/invited/codes", shared));
        expect(409, api.organizer(HttpMethod.POST, "/activities/invited/codes", shared));
        String personal = expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                "/activities/invited/codes",
                                Map.of("emails", List.of("Guest@example.org"))))
                .at("/items/0/code")
                .stringValue();

        assertThat(refusedField(with("invited", "a@example.org", null))).isEqualTo("code");
        assertThat(refusedField(with("invited", "a@example.org", "GUESSED"))).isEqualTo("code");
        assertThat(refusedField(with("invited", "a@example.org", personal))).isEqualTo("code");
        expect(202, with("invited", "guest@EXAMPLE.org", personal));
        expect(202, with("invited", "a@example.org", " Museum-2027 "));
        expect(202, with("invited", "b@example.org", "MUSEUM-2027"));
        expect(202, with("invited", "a@example.org", "MUSEUM-2027"));
        assertThat(refusedField(with("invited", "c@example.org", "MUSEUM-2027")))
                .isEqualTo("code");

        expect(204, api.call(HttpMethod.DELETE, path("invited", "b@example.org"), null));
        expect(202, with("invited", "c@example.org", "MUSEUM-2027"));
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/invited/codes", null))
                        .at("/items/0/used")
                        .intValue())
                .isEqualTo(2);
        api.publish(api.webinar("uninvited", webinar -> {}));
        assertThat(refusedField(with("uninvited", "a@example.org", "MUSEUM-2027")))
                .isEqualTo("code");
    }

    @Test
    void onlyAddressesOfTheAllowedDomainsGetIn() {
        api.publish(api.webinar(
                "domains", webinar -> webinar.putArray("allowedDomains").add("Museum.example.org")));

        assertThat(refusedField(api.signUp("domains", "a@example.org"))).isEqualTo("email");
        assertThat(refusedField(api.signUp("domains", "a@evilmuseum.example.org")))
                .isEqualTo("email");
        expect(202, api.signUp("domains", "a@MUSEUM.example.org"));
    }

    @Test
    void aGroupGetsInWholeOrNotAtAll() {
        api.publish(api.webinar("group", webinar -> webinar.put("capacity", 3)));
        signedUp("group", "one@example.org");

        expect(409, together("group", "two@example.org", "three@example.org", "four@example.org"));
        assertThat(remaining("group")).isEqualTo(2);
        expect(202, together("group", "two@example.org", "three@example.org"));
        assertThat(remaining("group")).isZero();

        Api.Answer twice = expect(422, together("group", "five@example.org", "FIVE@example.org"));
        assertThat(twice.at("/errors/0/field").stringValue()).isEqualTo("people[1].email");
        Api.Answer bad = expect(422, together("group", "six@example.org", "nobody"));
        assertThat(bad.at("/errors/0/field").stringValue()).isEqualTo("people[1].email");
        expect(422, together("group"));
    }

    @Test
    void whoIsInterestedConfirmsWhenThereAreDates() {
        api.publish(api.webinar("someday", webinar -> {
            webinar.putArray("sessions");
            webinar.put("capacity", 1);
        }));
        assertThat(state("someday")).isEqualTo("INTEREST");
        assertThat(signedUp("someday", "a@example.org")).isEqualTo("INTERESTED");
        assertThat(signedUp("someday", "b@example.org")).isEqualTo("INTERESTED");
        expect(409, confirm("someday", "a@example.org"));

        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/someday/sessions",
                        Api.session(clock.instant().plus(Duration.ofDays(30)))));

        assertThat(remaining("someday")).as("interest alone keeps no place").isEqualTo(1);
        expect(200, confirm("someday", "b@example.org"));
        assertThat(status("someday", "b@example.org")).isEqualTo("CONFIRMED");
        expect(409, confirm("someday", "a@example.org"));
        assertThat(status("someday", "a@example.org")).isEqualTo("INTERESTED");
    }

    @Test
    void registrationsComeInPagesInTheOrderInWhichTheyCame() {
        api.publish(api.webinar("listed", webinar -> {}));
        List.of("a", "b", "c").forEach(name -> signedUp("listed", name + "@example.org"));

        Api.Answer first = expect(200, api.organizer(HttpMethod.GET, "/activities/listed/registrations?limit=2", null));
        Api.Answer second = expect(
                200,
                api.organizer(
                        HttpMethod.GET,
                        "/activities/listed/registrations?limit=2&cursor="
                                + first.at("/next").stringValue(),
                        null));

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/items/0/email").stringValue()).isEqualTo("c@example.org");
        assertThat(second.at("/next").isNull()).isTrue();
        for (String wrong : List.of("status=GONE", "limit=0", "limit=x", "cursor=x")) {
            expect(400, api.organizer(HttpMethod.GET, "/activities/listed/registrations?" + wrong, null));
        }
        expect(401, api.get("/api/activities/listed/registrations".replace("/api/", "/api/organizer/")));
    }

    private String signedUp(String slug, String email) {
        return expect(202, api.signUp(slug, email)).at("/status").stringValue();
    }

    private Api.Answer with(String slug, String email, @org.jspecify.annotations.Nullable String code) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "name", "C"));
        if (code != null) {
            body.put("code", code);
        }
        return api.post("/api/activities/" + slug + "/registrations", body);
    }

    private Api.Answer together(String slug, String... emails) {
        return api.post(
                "/api/activities/" + slug + "/group-registrations",
                Map.of(
                        "people",
                        java.util.Arrays.stream(emails)
                                .map(email -> Map.of("email", email, "name", "G"))
                                .toList()));
    }

    private static String refusedField(Api.Answer answer) {
        return expect(422, answer).at("/errors/0/field").stringValue();
    }

    private Api.Answer decide(Api.Answer list, int item, String decision) {
        return api.organizer(HttpMethod.POST, "/registrations/" + id(list, item) + "/" + decision, null);
    }

    private static String id(Api.Answer list, int item) {
        return list.at("/items/" + item + "/id").stringValue();
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

    private int remaining(String slug) {
        return api.get("/api/activities/" + slug).at("/registration/remaining").intValue();
    }

    private String state(String slug) {
        return api.get("/api/activities/" + slug).at("/registration/state").stringValue();
    }
}
