package museum.atrium.registration.attendance;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistrationTest
class JoiningTest {

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void theWayInOpensNearTheStartAndCountsOnlyWhoPressesTheButton() {
        String path = joinPath("soon", Duration.ofHours(2), "first@example.org");

        assertThat(expect(200, api.get(path)).body())
                .doesNotContain("live.example.org")
                .doesNotContainPattern("<form(?! method=\"post\" action=\"/reader\")");
        expect(409, api.post(path, null));

        clock.letPass(Duration.ofMinutes(95));
        Api.Answer open = expect(200, api.get(path));
        assertThat(open.body())
                .containsPattern("<form(?! method=\"post\" action=\"/reader\")")
                .doesNotContain("/room");
        assertThat(open.headers().getFirst("Content-Security-Policy"))
                .contains("form-action 'self' https://live.example.org;");
        assertThat(attended("first@example.org")).isZero();

        Api.Answer in = expect(303, api.post(path, null));
        assertThat(in.headers().getLocation()).hasToString("https://live.example.org/room");
        expect(303, api.post(path, null));
        assertThat(attended("first@example.org")).isEqualTo(1);
    }

    @Test
    void onesOwnPageLeadsThereAsLongAsThereIsAPlace() {
        String path = joinPath("from-own-page", Duration.ofHours(2), "own@example.org");
        String own = "/registrations/" + api.manageToken("from-own-page", "own@example.org");

        assertThat(expect(200, api.get(own)).body()).contains("href=\"" + path + "\"");
        clock.letPass(Duration.ofHours(4));
        assertThat(expect(200, api.get(own)).body()).as("it is over").doesNotContain("/join/");
    }

    @Test
    void whoCancelledIsNotLetIn() {
        String path = joinPath("left", Duration.ofMinutes(10), "left@example.org");
        expect(
                204,
                api.call(HttpMethod.DELETE, "/api/registrations/" + api.manageToken("left", "left@example.org"), null));

        expect(409, api.post(path, null));
        assertThat(attended("left@example.org")).isZero();
        assertThat(api.get("/registrations/" + api.manageToken("left", "left@example.org"))
                        .body())
                .doesNotContain("/join/");
    }

    @Test
    void aCancelledSessionLetsNobodyIn() {
        String path = joinPath("dropped", Duration.ofMinutes(10), "d@example.org");
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + path.substring(path.lastIndexOf('/') + 1), null));

        expect(409, api.post(path, null));
    }

    @Test
    void aManageLinkOpensNoRoom() {
        String path = joinPath("other-purpose", Duration.ofMinutes(10), "m@example.org");
        String session = path.substring(path.lastIndexOf('/'));

        expect(404, api.get("/join/" + api.manageToken("other-purpose", "m@example.org") + session));
    }

    private String joinPath(String slug, Duration ahead, String email) {
        Instant start = clock.instant().plus(ahead);
        JsonNode activity = api.publish(api.webinar(
                slug,
                webinar -> webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
        expect(202, api.signUp(slug, email));
        return "/join/" + api.joinToken(slug, email) + "/"
                + activity.at("/sessions/0/id").stringValue();
    }

    private long attended(String email) {
        return database.sql("""
                select count(*) from attendance a join registration r on r.id = a.registration_id where r.email = :email
                """).param("email", email).query(Long.class).single();
    }
}
