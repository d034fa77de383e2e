package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import museum.atrium.http.session.OrganizerSessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Organisers who signed in on a page. */
@HouseTest
class SessionTest {

    private static final String DOORS = "/api/organizer/doors";

    @LocalServerPort
    int port;

    @Autowired
    OrganizerSessions sessions;

    Caller house = new Caller(0);
    String cookie = "";
    String proof = "";

    @BeforeEach
    void somebodySignsIn() {
        house = new Caller(port);
        var session = sessions.begin("organizer", HouseTest.PASSWORD, true).orElseThrow();
        assertThat(session.toString()).contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/");
        cookie = session.getName() + "=" + session.getValue();
        proof = house.get("/organizer/doors", "Cookie", cookie).body();
    }

    @Test
    void whoSignedInLooksAround() {
        assertThat(house.get(DOORS, "Cookie", cookie).status()).isEqualTo(200);
    }

    @Test
    void whoDidNotSignInIsShownWhereToAndComesBack() {
        Answer answer = house.get("/organizer/doors?of=house&side=back");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/sign-in?to=%2Forganizer%2Fdoors%3Fof%3Dhouse%26side%3Dback");
    }

    @Test
    void whatChangesSomethingNeedsTheProofThatItComesFromAPage() {
        assertThat(change("Cookie", cookie).isProblem(403).header("WWW-Authenticate"))
                .isEmpty();
        change("Cookie", cookie, "X-CSRF-Token", proof + "x").isProblem(403);
        change("Cookie", cookie, "X-CSRF-Token", "").isProblem(403);
        assertThat(change("Cookie", cookie, "X-CSRF-Token", proof).status()).isLessThan(300);
        assertThat(house.call(
                                "POST",
                                DOORS,
                                BodyPublishers.ofString("_csrf=" + proof),
                                "Cookie",
                                cookie,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isNotIn(401, 403);
    }

    @Test
    void theProofOfAnotherSessionIsNone() {
        var other = sessions.begin("organizer", HouseTest.PASSWORD, true).orElseThrow();
        String otherCookie = other.getName() + "=" + other.getValue() + "x";

        change("Cookie", otherCookie, "X-CSRF-Token", proof).isProblem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x.y", "e30.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatWeDidNotSignSignsNobodyIn(String ticket) {
        house.get(DOORS, "Cookie", "atrium-organizer=" + ticket).isProblem(401);
    }

    @Test
    void nobodyMakesThemselvesSomebodyElse() {
        String ticket = cookie.substring(cookie.indexOf('=') + 1);
        String said = new String(Base64.getUrlDecoder().decode(ticket.substring(0, ticket.indexOf('.'))));
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(said.replace("organizer", "somebody_").getBytes());

        house.get(DOORS, "Cookie", "atrium-organizer=" + changed + ticket.substring(ticket.indexOf('.')))
                .isProblem(401);
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        assertThat(sessions.begin("organizer", "wrong", true)).isEmpty();
        assertThat(sessions.begin("somebody", HouseTest.PASSWORD, true)).isEmpty();
    }

    @Test
    void whoSendsAPasswordIsWhoTheySayWhateverTheCookie() {
        house.get(DOORS, "Cookie", cookie, "Authorization", Caller.basic("organizer", "wrong"))
                .isProblem(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "Origin, https://other.example.org, 403",
        "Origin, null, 403",
        "Origin, http://localhost:PORT, 200",
        "Accept, */*, 200"
    })
    void aPasswordThatTheBrowserKeepsIsNotForOtherSitesToUse(String header, String value, int status) {
        String[] sent = {
            header, value.replace("PORT", "" + port), "Authorization", Caller.basic("organizer", HouseTest.PASSWORD)
        };

        assertThat(change(sent).status()).isEqualTo(status);
        assertThat(house.get(DOORS, sent).status()).as("looking is harmless").isEqualTo(200);
    }

    private Answer change(String... headers) {
        return house.call("POST", DOORS, BodyPublishers.ofString(""), headers);
    }
}
