package museum.atrium.registration.speakers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What organisers do with invitations to speak. */
@RegistrationTest
class InvitingSpeakersTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void whoIsInvitedIsNoParticipantAndTakesNoPlace() {
        api.publish(api.webinar("with-speaker", webinar -> webinar.put("capacity", 1)));

        Api.Answer invited = expect(201, invite("with-speaker", "Ben Example", "ben@speakers.example.org"));

        assertThat(invited.headers().getLocation())
                .hasToString("/api/organizer/activities/with-speaker/speakers/" + id(invited));
        assertThat(invited.at("/status").stringValue()).isEqualTo("INVITED");
        assertThat(invited.at("/language").stringValue()).as("the activity's").isEqualTo("en");
        assertThat(invited.at("/timeZone").stringValue())
                .as("the first session's")
                .isEqualTo("Europe/Paris");
        assertThat(invited.at("/sessions").isNull()).isTrue();
        assertThat(invited.at("/answeredAt").isNull()).isTrue();
        assertThat(expect(200, organizer(HttpMethod.GET, "with-speaker", "", null))
                        .at("/items"))
                .containsExactly(invited.at(""));
        assertThat(expect(200, organizer(HttpMethod.GET, "with-speaker", "/" + id(invited), null))
                        .at(""))
                .isEqualTo(invited.at(""));

        answer(invited, "ACCEPTED");
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/with-speaker/registrations", null))
                        .at("/items"))
                .isEmpty();
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/with-speaker", null))
                        .at("/taken")
                        .intValue())
                .isZero();
        assertThat(expect(200, api.get("/api/activities/with-speaker")).body()).doesNotContain("Ben Example");
        assertThat(expect(202, api.signUp("with-speaker", "ben@speakers.example.org"))
                        .at("/status")
                        .stringValue())
                .as("speaks, and takes part as well")
                .isEqualTo("CONFIRMED");
    }

    @Test
    void anAddressIsInvitedOnceToAnActivityHoweverItIsWritten() {
        api.publish(api.webinar("invited-once", webinar -> {}));
        Api.Answer first = expect(201, invite("invited-once", "Ben", "ben.once@example.org"));

        Api.Answer again = expect(409, invite("invited-once", "Ben", "Ben.Once@EXAMPLE.org"));

        assertThat(again.at("/type").stringValue()).endsWith("speaker-invited-before");
        assertThat(again.at("/detail").stringValue()).contains(id(first), "INVITED");
        expect(200, organizer(HttpMethod.DELETE, "invited-once", "/" + id(first), null));
        assertThat(expect(409, invite("invited-once", "Ben", "ben.once@example.org"))
                        .at("/detail")
                        .stringValue())
                .contains(id(first), "WITHDRAWN");
        api.publish(api.webinar("invited-elsewhere", webinar -> {}));
        expect(201, invite("invited-elsewhere", "Ben", "ben.once@example.org"));
    }

    @Test
    void onlyWhatIsPublishedInvites() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("inviting-draft", webinar -> {})));
        assertThat(expect(409, invite("inviting-draft", "Ben", "ben@draft.example.org"))
                        .at("/type")
                        .stringValue())
                .endsWith("activity-draft");

        api.publish(api.webinar("inviting-cancelled", webinar -> {}));
        Api.Answer before = expect(201, invite("inviting-cancelled", "Ben", "ben@cancelled.example.org"));
        expect(200, api.organizer(HttpMethod.POST, "/activities/inviting-cancelled/cancellation", Map.of()));
        assertThat(expect(409, invite("inviting-cancelled", "Ana", "ana@cancelled.example.org"))
                        .at("/type")
                        .stringValue())
                .endsWith("activity-cancelled");
        expect(409, organizer(HttpMethod.POST, "inviting-cancelled", "/" + id(before) + "/invitation", null));
        expect(404, invite("inviting-unheard-of", "Ben", "ben@example.org"));
        expect(401, api.post("/api/organizer/activities/inviting-cancelled/speakers", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"ana@example.org\"}                                            | name",
                "{\"name\": \"Ana\"}                                                         | email",
                "{\"name\": \"Ana\", \"email\": \"ana\"}                                     | email",
                "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"language\": \"?\"}    | language",
                "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"timeZone\": \"Here\"} | timeZone",
                "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"sessions\": [\"1\"]}  | sessions[0]",
                "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"sessions\": [\"6f1f1f0e-0000-4000-8000-000000000000\"]} | sessions",
                "{\"name\": \"Ana\", \"email\": \"ana@example.org\", \"fee\": 100}         | fee"
            })
    void whatCannotBeIsNamedAndNobodyIsInvited(String body, String field) {
        if (api.organizer(HttpMethod.GET, "/activities/refused-speakers", null).status() == 404) {
            api.publish(api.webinar("refused-speakers", webinar -> {}));
        }

        Api.Answer refused = expect(422, organizer(HttpMethod.POST, "refused-speakers", "", body));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo(field);
        assertThat(expect(200, organizer(HttpMethod.GET, "refused-speakers", "", null))
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void whatIsChangedIsCheckedLikeWhatIsNew() {
        JsonNode activity = conference("changed-speaker");
        String first = activity.at("/sessions/0/id").stringValue();
        String second = activity.at("/sessions/1/id").stringValue();
        Api.Answer invited = expect(201, invite("changed-speaker", "Ben", "ben@changed.example.org"));
        String one = "/" + id(invited);

        Api.Answer changed = expect(
                200,
                organizer(
                        HttpMethod.PATCH,
                        "changed-speaker",
                        one,
                        Map.of("name", "Benjamin", "language", "fr", "sessions", List.of(second))));

        assertThat(changed.at("/name").stringValue()).isEqualTo("Benjamin");
        assertThat(changed.at("/language").stringValue()).isEqualTo("fr");
        assertThat(changed.at("/timeZone").stringValue()).isEqualTo("Europe/Paris");
        assertThat(changed.at("/sessions/0").stringValue()).isEqualTo(second);
        expect(200, api.organizer(HttpMethod.DELETE, "/sessions/" + second, null));
        expect(200, organizer(HttpMethod.PATCH, "changed-speaker", one, Map.of("sessions", List.of(first, second))));
        assertThat(expect(200, organizer(HttpMethod.PATCH, "changed-speaker", one, "{\"sessions\": null}"))
                        .at("/sessions")
                        .isNull())
                .isTrue();
        assertThat(expect(422, organizer(HttpMethod.PATCH, "changed-speaker", one, Map.of("sessions", List.of(second))))
                        .at("/errors/0/field")
                        .stringValue())
                .as("it was cancelled, and is not among those chosen any more")
                .isEqualTo("sessions");
        assertThat(expect(422, organizer(HttpMethod.PATCH, "changed-speaker", one, Map.of("email", "b@example.org")))
                        .at("/errors/0/message")
                        .stringValue())
                .contains("invite the other address");
        assertThat(expect(422, organizer(HttpMethod.PATCH, "changed-speaker", one, Map.of("status", "ACCEPTED")))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("status");
        expect(400, organizer(HttpMethod.PATCH, "changed-speaker", one, "[]"));
    }

    @Test
    void anInvitationBelongsToItsActivity() {
        api.publish(api.webinar("own-speaker", webinar -> {}));
        api.publish(api.webinar("other-speaker", webinar -> {}));
        String id = "/" + id(expect(201, invite("own-speaker", "Ben", "ben@own.example.org")));

        expect(404, organizer(HttpMethod.GET, "other-speaker", id, null));
        expect(404, organizer(HttpMethod.PATCH, "other-speaker", id, Map.of("name", "Ana")));
        expect(404, organizer(HttpMethod.DELETE, "other-speaker", id, null));
        expect(404, organizer(HttpMethod.POST, "other-speaker", id + "/invitation", null));
        expect(404, organizer(HttpMethod.POST, "other-speaker", id + "/erasure", null));
        assertThat(expect(200, organizer(HttpMethod.GET, "own-speaker", id, null))
                        .at("/status")
                        .stringValue())
                .isEqualTo("INVITED");
    }

    @Test
    void twoHundredAreTheMost() {
        api.publish(api.webinar("many-speakers", webinar -> {}));
        database.sql("""
                insert into speaker_invitation (id, activity_id, revision, status, email, email_key, name, language, time_zone,
                  link_version, invited_at, occasions)
                select gen_random_uuid(), id, 1, 'INVITED', n || '@many.example.org', n || '@many.example.org', 'Ben', 'en', 'UTC',
                  1, now(), '{}'
                from activity, generate_series(1, 199) n where slug = 'many-speakers'
                """).update();

        expect(201, invite("many-speakers", "The last", "last@many.example.org"));
        assertThat(expect(409, invite("many-speakers", "One more", "more@many.example.org"))
                        .at("/type")
                        .stringValue())
                .endsWith("too-many-speakers");
    }

    @Test
    void theHostsAddressIsForOrganisersAlone() {
        String host = "https://live.example.org/moderate";
        JsonNode activity = api.publish(api.webinar(
                "with-host",
                webinar -> webinar.putArray("sessions")
                        .addPOJO(Api.session(clock.instant().plus(Duration.ofDays(3))))));
        String session = "/sessions/" + activity.at("/sessions/0/id").stringValue();
        assertThat(activity.at("/sessions/0/hostUrl").isNull()).isTrue();

        assertThat(expect(200, api.organizer(HttpMethod.PATCH, session, Map.of("hostUrl", host)))
                        .at("/hostUrl")
                        .stringValue())
                .isEqualTo(host);
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/with-host", null))
                        .at("/sessions/0/hostUrl")
                        .stringValue())
                .isEqualTo(host);
        assertThat(expect(422, api.organizer(HttpMethod.PATCH, session, Map.of("hostUrl", "moderate")))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("hostUrl");
        assertThat(expect(200, api.get("/api/activities/with-host")).body()).doesNotContain("moderate");
        assertThat(expect(201, api.organizer(HttpMethod.POST, "/activities/with-host/copy", null))
                        .body())
                .as("the host's way into another one's room")
                .doesNotContain("moderate");
    }

    private JsonNode conference(String slug) {
        Instant day = clock.instant().plus(Duration.ofDays(9));
        return api.publish(api.webinar(
                slug,
                webinar -> webinar.put("kind", "CONFERENCE")
                        .set(
                                "sessions",
                                JSON.valueToTree(
                                        List.of(Api.session(day), Api.session(day.plus(Duration.ofHours(3))))))));
    }

    private Api.Answer invite(String slug, String name, String email) {
        return organizer(HttpMethod.POST, slug, "", Map.of("name", name, "email", email));
    }

    private Api.Answer organizer(HttpMethod method, String slug, String rest, @Nullable Object body) {
        return api.organizer(method, "/activities/" + slug + "/speakers" + rest, body);
    }

    private void answer(Api.Answer invited, String status) {
        expect(
                200,
                api.call(
                        HttpMethod.PATCH,
                        "/api/speakers/" + SpeakerTokens.speaking(id(invited), 1),
                        Map.of("status", status)));
    }

    private static String id(Api.Answer invited) {
        return invited.at("/id").stringValue();
    }
}
