package museum.atrium.registration.speakers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What who is invited to speak finds under the links of their mails. */
@RegistrationTest
class SpeakingTest {

    private static final String HOST = "https://host.example.org/moderate";

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    /** An invitation with the ids that links are made of. */
    private record Invited(String slug, String id, String session) {

        String page() {
            return "/speaking/" + SpeakerTokens.speaking(id, 1);
        }

        String room() {
            return page() + "/sessions/" + session;
        }

        String join() {
            return "/join/" + SpeakerTokens.join(id, 1) + "/" + session;
        }
    }

    @Test
    void whoAcceptsStartsTheRoomAsItsHostEarlierThanOthersComeIn() {
        Invited invited = invited("hosted", Duration.ofHours(3), Map.of("hostUrl", HOST));
        assertThat(expect(200, api.get(invited.page())).body())
                .contains("waits for your answer", "Ben Example", "Caring for collections")
                .doesNotContain("host.example.org", invited.room());
        expect(409, api.post(invited.room(), null));

        accept(invited);
        assertThat(expect(200, api.get(invited.page())).body())
                .contains("you are speaking", "opens for you here on")
                .doesNotContain("host.example.org", invited.room());
        assertThat(expect(409, api.post(invited.room(), null)).body()).contains("is not open to you now");

        clock.letPass(Duration.ofMinutes(125));
        Api.Answer open = expect(200, api.get(invited.page()));
        assertThat(open.body()).contains("action=\"" + invited.room() + "\"").doesNotContain("/moderate");
        assertThat(open.headers().getFirst("Content-Security-Policy"))
                .contains("form-action 'self' https://host.example.org;");
        assertThat(expect(303, api.post(invited.room(), null)).headers().getLocation())
                .hasToString(HOST);
        assertThat(database.sql("select count(*) from attendance where session_id = ?::uuid")
                        .param(invited.session())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theLinkOfTheCalendarEntryLeadsToTheRoomAsWell() {
        Invited invited = invited("hosted-by-entry", Duration.ofMinutes(40), Map.of("hostUrl", HOST));
        assertThat(expect(200, api.get(invited.join())).body())
                .contains("You have not accepted")
                .doesNotContainPattern("<form(?! method=\"post\" action=\"/reader\")");
        expect(409, api.post(invited.join(), null));

        accept(invited);
        Api.Answer open = expect(200, api.get(invited.join()));
        assertThat(open.body())
                .contains("Start as host")
                .containsPattern("<form(?! method=\"post\" action=\"/reader\")")
                .doesNotContain("/moderate", "counts you as present");
        assertThat(open.headers().getFirst("Content-Security-Policy")).contains("https://host.example.org;");
        assertThat(expect(303, api.post(invited.join(), null)).headers().getLocation())
                .hasToString(HOST);
        expect(404, api.get("/join/" + SpeakerTokens.speaking(invited.id(), 1) + "/" + invited.session()));
        expect(404, api.get("/speaking/" + SpeakerTokens.join(invited.id(), 1)));

        expect(303, api.form(invited.page() + "/refusal", ""));
        expect(409, api.post(invited.join(), null));
    }

    @Test
    void aMovedSessionAndAnotherAddressAreFollowed() {
        Invited invited = invited("moved-host", Duration.ofMinutes(30), Map.of());
        accept(invited);
        assertThat(expect(303, api.post(invited.room(), null)).headers().getLocation())
                .as("everybody's room, where there is none for hosts")
                .hasToString("https://live.example.org/room");

        edit(invited, Map.of("hostUrl", HOST));
        assertThat(expect(303, api.post(invited.room(), null)).headers().getLocation())
                .hasToString(HOST);

        edit(
                invited,
                Map.of("startsAt", clock.instant().plus(Duration.ofHours(5)).toString()));
        expect(409, api.post(invited.room(), null));
        edit(invited, Map.of("startsAt", clock.instant().toString(), "hostUrl", HOST + "/2"));
        assertThat(expect(303, api.post(invited.room(), null)).headers().getLocation())
                .hasToString(HOST + "/2");
    }

    @Test
    void whoIsNotToSpeakInASessionDoesNotLeadIt() {
        Invited invited = invited("two-rooms", Duration.ofMinutes(20), Map.of());
        Map<String, Object> second =
                new LinkedHashMap<>(Api.session(clock.instant().plus(Duration.ofMinutes(20))));
        String other = expect(201, api.organizer(HttpMethod.POST, "/activities/two-rooms/sessions", second))
                .at("/sessions/1/id")
                .stringValue();
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/two-rooms/speakers/" + invited.id(),
                        Map.of("sessions", List.of(invited.session()))));
        accept(invited);

        expect(303, api.post(invited.room(), null));
        expect(409, api.post(invited.page() + "/sessions/" + other, null));
        assertThat(expect(200, api.get(invited.page())).body()).doesNotContain(other);
        expect(404, api.post(invited.page() + "/sessions/6f1f1f0e-0000-4000-8000-000000000000", null));
    }

    @Test
    void lookingChangesNothing() {
        Invited invited = invited("speaker-looked-at", Duration.ofDays(2), Map.of());
        for (String path :
                List.of(invited.page(), invited.join(), invited.page().replace("/speaking", "/api/speakers"))) {
            expect(200, api.get(path));
        }
        assertThat(statusOf(invited)).isEqualTo("INVITED");
    }

    @Test
    void thePageSaysInWhoseNameTheActivityIsHeld() {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/networks",
                        Map.of("slug", "speaking-network", "name", "Network", "imprint", Map.of("en", "Street 1"))));
        Invited invited = invited("speaker-of-network", Duration.ofDays(2), Map.of());
        assertThat(expect(200, api.get(invited.page())).body()).doesNotContain("/networks/");

        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH, "/activities/speaker-of-network", Map.of("network", "speaking-network")));

        assertThat(expect(200, api.get(invited.page())).body()).contains("/networks/speaking-network");
    }

    @Test
    void anAnswerCanBeChangedUntilTheInvitationIsWithdrawn() {
        Invited invited = invited("undecided", Duration.ofDays(2), Map.of());
        expect(303, api.form(invited.page() + "/refusal", ""));
        assertThat(expect(200, api.get(invited.page())).body()).contains("Declined", "/acceptance");
        accept(invited);
        assertThat(statusOf(invited)).isEqualTo("ACCEPTED");

        for (int time = 0; time < 2; time++) {
            assertThat(expect(
                                    200,
                                    api.organizer(
                                            HttpMethod.DELETE, "/activities/undecided/speakers/" + invited.id(), null))
                            .at("/status")
                            .stringValue())
                    .isEqualTo("WITHDRAWN");
        }
        assertThat(expect(200, api.get(invited.page())).body())
                .contains("has withdrawn")
                .doesNotContain("/acceptance", "/refusal");
        assertThat(expect(409, api.form(invited.page() + "/acceptance", "")).body())
                .contains("Nothing was changed");
        assertThat(statusOf(invited)).isEqualTo("WITHDRAWN");
    }

    @Test
    void newLinksMakeTheOldOnesWorthlessAndAskAnew() {
        Invited invited = invited("speaker-sent-again", Duration.ofMinutes(20), Map.of());
        String again = "/activities/speaker-sent-again/speakers/" + invited.id() + "/invitation";
        expect(303, api.form(invited.page() + "/refusal", ""));

        assertThat(expect(200, api.organizer(HttpMethod.POST, again, null))
                        .at("/status")
                        .stringValue())
                .isEqualTo("INVITED");
        expect(404, api.get(invited.page()));
        expect(404, api.get(invited.join()));
        String newer = "/speaking/" + SpeakerTokens.speaking(invited.id(), 2);
        expect(303, api.form(newer + "/acceptance", ""));

        assertThat(expect(200, api.organizer(HttpMethod.POST, again, null))
                        .at("/status")
                        .stringValue())
                .as("who has accepted is not asked again")
                .isEqualTo("ACCEPTED");
        expect(404, api.get(newer));
        expect(303, api.post("/join/" + SpeakerTokens.join(invited.id(), 3) + "/" + invited.session(), null));
    }

    @Test
    void whoWantsToBeForgottenIs() {
        Invited invited = invited("speaker-erased", Duration.ofDays(2), Map.of());
        assertThat(expect(200, api.form(invited.page() + "/erasure", "")).body())
                .contains("Nothing about this invitation is stored any more");

        expect(404, api.get(invited.page()));
        expect(404, api.form(invited.page() + "/erasure", ""));
        assertThat(database.sql("select count(*) from speaker_invitation where id = ?::uuid")
                        .param(invited.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/speaker-erased/speakers",
                        Map.of("name", "Ben", "email", "ben@speaker-erased.example.org")));
    }

    @Test
    void programsSeeAndAnswerItToo() {
        Invited invited = invited("spoken-to-by-programs", Duration.ofDays(2), Map.of("hostUrl", HOST));
        String path = "/api/speakers/" + SpeakerTokens.speaking(invited.id(), 1);

        Api.Answer shown = expect(200, api.get(path));
        assertThat(shown.at("/email").stringValue()).isEqualTo("ben@spoken-to-by-programs.example.org");
        assertThat(shown.at("/sessions/0/id").stringValue()).isEqualTo(invited.session());
        assertThat(shown.body()).doesNotContain("host.example.org", "live.example.org");

        assertThat(expect(200, answer(path, Map.of("status", "ACCEPTED")))
                        .at("/status")
                        .stringValue())
                .isEqualTo("ACCEPTED");
        assertThat(expect(422, answer(path, Map.of("status", "WITHDRAWN")))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("status");
        expect(422, answer(path, Map.of()));
        expect(404, answer("/api/speakers/" + SpeakerTokens.manage(invited.id()), Map.of("status", "DECLINED")));
        assertThat(statusOf(invited)).isEqualTo("ACCEPTED");
        expect(202, api.post(path + "/erasure", null));
        expect(404, api.get(path));
    }

    @Test
    void whatTheOrganiserCancelledIsNotAnsweredAnyMore() {
        Invited invited = invited("speaker-of-cancelled", Duration.ofDays(2), Map.of());
        expect(
                200,
                api.organizer(
                        HttpMethod.POST, "/activities/speaker-of-cancelled/cancellation", Map.of("reason", "Flood")));

        assertThat(expect(200, api.get(invited.page())).body())
                .contains("has cancelled this activity")
                .doesNotContain("/acceptance");
        expect(409, api.form(invited.page() + "/acceptance", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your invitation to speak, Start as host",
        "fr, Votre invitation à intervenir, Démarrer comme hôte",
        "es, Su invitación como ponente, Iniciar como anfitrión",
        "de, Ihre Einladung zu einem Vortrag, Mit Moderationsrechten beginnen",
        "pt, O seu convite para intervir, Iniciar como anfitrião",
        "sl, Vaše vabilo k nastopu, Začni kot gostitelj"
    })
    void thePageIsInTheSpeakersLanguage(String language, String heading, String start) {
        Invited invited = invited("speaking-" + language, Duration.ofMinutes(20), Map.of());
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/speaking-" + language + "/speakers/" + invited.id(),
                        Map.of("language", language)));
        for (String path : List.of("/acceptance", "")) {
            String page = expect(200, api.get(invited.page())).body();
            assertThat(page).contains("lang=\"" + language + "\"", heading).doesNotContain("??");
            if (!path.isEmpty()) {
                expect(303, api.form(invited.page() + path, ""));
            } else {
                assertThat(page).contains(start);
                assertThat(expect(200, api.get(invited.join())).body())
                        .contains(start)
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void aLinkThatIsWorthNothingIsRefusedAsAPage() {
        assertThat(expect(404, api.get("/speaking/nothing", HttpHeaders.ACCEPT, "text/html"))
                        .body())
                .contains("This link does not work");
    }

    private Invited invited(String slug, Duration ahead, Map<String, Object> more) {
        Map<String, Object> session =
                new LinkedHashMap<>(Api.session(clock.instant().plus(ahead)));
        session.putAll(more);
        JsonNode activity = api.publish(api.webinar(
                slug, webinar -> webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(session)))));
        Api.Answer invited = expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/" + slug + "/speakers",
                        Map.of("name", "Ben Example", "email", "ben@" + slug + ".example.org")));
        return new Invited(
                slug,
                invited.at("/id").stringValue(),
                activity.at("/sessions/0/id").stringValue());
    }

    private void accept(Invited invited) {
        assertThat(expect(303, api.form(invited.page() + "/acceptance", ""))
                        .headers()
                        .getLocation())
                .hasToString(invited.page());
    }

    private void edit(Invited invited, Map<String, String> changes) {
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + invited.session(), changes));
    }

    private Api.Answer answer(String path, Object body) {
        return api.call(HttpMethod.PATCH, path, body);
    }

    private String statusOf(Invited invited) {
        return expect(
                        200,
                        api.organizer(
                                HttpMethod.GET, "/activities/" + invited.slug() + "/speakers/" + invited.id(), null))
                .at("/status")
                .stringValue();
    }
}
