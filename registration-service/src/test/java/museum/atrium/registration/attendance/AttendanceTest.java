package museum.atrium.registration.attendance;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who came, as live platforms and organisers tell it. */
@RegistrationTest
class AttendanceTest {

    private static final String MEETING_REPORT = """
            \uFEFFMeeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
            812 0000 0000,Caring for collections,03/01/2027 02:50:01 PM,03/01/2027 04:40:00 PM,host@example.org,110,4

            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
            "Example, Ana (Ana)",ANA@example.org,03/01/2027 02:58:12 PM,03/01/2027 03:20:00 PM,22,Yes
            "Example, Ana (Ana)",ana@example.org,03/01/2027 03:25:00 PM,03/01/2027 03:55:00 PM,30,Yes
            Ben,ben@example.org,03/01/2027 02:50:00 PM,03/01/2027 04:40:00 PM,110,Yes
            Phone caller,,03/01/2027 03:00:00 PM,03/01/2027 03:10:00 PM,10,Yes
            Stranger,stranger@example.org,03/01/2027 03:00:00 PM,03/01/2027 03:10:00 PM,10,Yes
            """;

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aZoomReportCountsWhoCameAndNamesTheLinesThatMatchNobody() {
        UUID session = begun("zoom-meeting", "ana@example.org", "ben@example.org", "cleo@example.org");

        Api.Answer dry = expect(200, upload(session, MEETING_REPORT, "text/csv", "?dryRun=true"));
        assertThat(dry.at("/attended").intValue()).isEqualTo(2);
        assertThat(sheet(session).at("/attended").intValue())
                .as("a dry run stores nothing")
                .isZero();
        assertThat(sheet(session).at("/settledAt").isNull()).isTrue();

        Api.Answer imported = expect(200, upload(session, MEETING_REPORT, "text/csv", ""));

        assertThat(imported.at("/added").intValue()).isEqualTo(2);
        assertThat(imported.at("/unmatched")
                        .valueStream()
                        .map(line -> line.at("/line") + " " + line.at("/reason").asString()))
                .containsExactly("8 NO_ADDRESS", "9 NOT_REGISTERED");
        JsonNode sheet = sheet(session);
        assertThat(sheet.at("/confirmed").intValue()).isEqualTo(3);
        assertThat(sheet.at("/attended").intValue()).isEqualTo(2);
        assertThat(sheet.at("/absent").intValue()).isEqualTo(1);
        assertThat(line(sheet, "ana@example.org").at("/minutes").intValue()).isEqualTo(52);
        assertThat(line(sheet, "ben@example.org").at("/minutes").intValue())
                .as("nobody is there for longer than it lasts")
                .isEqualTo(90);
        assertThat(line(sheet, "cleo@example.org").at("/attended").booleanValue())
                .isFalse();
    }

    @Test
    void importingAListAgainOrALongerOneCountsNobodyTwice() {
        UUID session = begun("zoom-again", "ana@example.org", "ben@example.org");
        String first = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna,ana@example.org,20,Yes\n";
        expect(200, upload(session, first, "text/csv", ""));
        long revision = revision("zoom-again", "ana@example.org");

        Api.Answer again = expect(200, upload(session, first, "text/csv", ""));
        assertThat(again.at("/added").intValue()).isZero();
        assertThat(revision("zoom-again", "ana@example.org")).isEqualTo(revision);
        Api.Answer longer = expect(
                200,
                upload(
                        session,
                        "email;name;minutes\r\nana@example.org;Ana;45\r\nben@example.org;Ben;\r\n",
                        "text/csv",
                        ""));

        assertThat(longer.at("/added").intValue()).isEqualTo(1);
        assertThat(line(sheet(session), "ana@example.org").at("/minutes").intValue())
                .isEqualTo(45);
        assertThat(line(sheet(session), "ben@example.org").at("/minutes").isNull())
                .isTrue();
    }

    @Test
    void aWebinarReportHasSeveralTablesAndPeopleWhoDidNotAttend() {
        UUID session = begun("zoom-webinar", "ana@example.org", "ben@example.org", "speaker@example.org");
        String report = """
                Attendee Report
                Report Generated:,"Mar 1, 2027 5:00 PM"
                Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers
                Caring for collections,812 0000 0000,"Mar 1, 2027 2:50 PM",100,2,0,2
                Host Details,
                Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest
                Yes,Speaker,speaker@example.org,"Mar 1, 2027 2:50 PM","Mar 1, 2027 4:30 PM",60,No
                Attendee Details,
                Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest
                Yes,Ana,Ana,Example,ana@example.org,"Feb 1, 2027 2:50 PM",approved,"Mar 1, 2027 3:00 PM","Mar 1, 2027 3:30 PM",30,Yes
                Yes,Ana,,,ana@example.org,,,"Mar 1, 2027 3:35 PM","Mar 1, 2027 3:45 PM",10,Yes
                No,Ben,Ben,Example,ben@example.org,"Feb 1, 2027 2:50 PM",approved,--,--,--,--
                Other Attended,
                User Name,Join Time,Leave Time,Time in Session (minutes),Is Guest
                15550100,"Mar 1, 2027 3:00 PM","Mar 1, 2027 3:30 PM",30,Yes
                """;

        Api.Answer imported = expect(200, upload(session, report, "text/csv", ""));

        assertThat(imported.at("/attended").intValue()).isEqualTo(2);
        assertThat(imported.at("/unmatched").size()).isEqualTo(1);
        assertThat(line(sheet(session), "ana@example.org").at("/minutes").intValue())
                .isEqualTo(40);
        assertThat(line(sheet(session), "ben@example.org").at("/attended").booleanValue())
                .isFalse();
    }

    @Test
    void headersMayBeInAnotherLanguageAndBlankLinesEndNothing() {
        UUID session = begun("zoom-german", "ana@example.org", "ben@example.org");
        String report = """
                Name (Originalname),Benutzer-E-Mail,Gesamtdauer (Minuten),Gast
                Ana Name,ana@example.org,30,Ja

                Ohne Adresse,,12,Ja
                Nur ein Name,,,
                Ben,ben@example.org,20,Ja
                """;

        Api.Answer imported = expect(200, upload(session, report, "text/csv", ""));

        assertThat(imported.at("/attended").intValue()).isEqualTo(2);
        assertThat(imported.at("/unmatched")
                        .valueStream()
                        .map(line -> line.at("/line") + " " + line.at("/name").asString()))
                .containsExactly("4 Ohne Adresse", "5 Nur ein Name");
    }

    @Test
    void bigBlueButtonsDashboardCountsPeopleWhoseIdIsTheirAddress() {
        UUID session = begun("bbb", "ana@example.org", "ben@example.org");
        String dashboard = """
                {"intId": "room-1", "name": "Caring for collections", "createdOn": 1803909600000, "endedOn": 1803915000000,
                 "users": {
                  "u1": {"userKey": "u1", "extId": "ana@example.org", "name": "Ana", "isModerator": false, "intIds": {
                    "w_1": {"intId": "w_1", "registeredOn": 1803909600000, "leftOn": 1803911400000},
                    "w_2": {"intId": "w_2", "registeredOn": 1803910800000, "leftOn": 1803912000000}}},
                  "u2": {"userKey": "u2", "extId": "gl-guest-1", "name": "Guest", "isModerator": false, "intIds": {
                    "w_3": {"intId": "w_3", "registeredOn": 1803909600000, "leftOn": 0}}}}}
                """;

        Api.Answer imported = expect(200, upload(session, dashboard, "application/json", ""));

        assertThat(imported.at("/attended").intValue()).isEqualTo(1);
        assertThat(imported.at("/unmatched/0/reason").asString()).isEqualTo("NO_ADDRESS");
        assertThat(line(sheet(session), "ana@example.org").at("/minutes").intValue())
                .as("two devices at once are one person")
                .isEqualTo(40);
    }

    @Test
    void minutesMayHaveDecimalsInAnyCountrysWriting() {
        UUID session = begun("decimals", "ana@example.org", "ben@example.org");

        expect(200, upload(session, """
                Attendee Report
                name;email;minutes
                Ana;ana@example.org;12,5
                Ben;ben@example.org;0.75
                """, "text/csv", ""));

        assertThat(line(sheet(session), "ana@example.org").at("/minutes").intValue())
                .isEqualTo(12);
        assertThat(line(sheet(session), "ben@example.org").at("/minutes").intValue())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "an hour", "0:30", "999999"})
    void aStayThatCannotBeReadIsNotTakenForAWholeSession(String minutes) {
        UUID session = begun("unreadable-" + Integer.toHexString(minutes.hashCode()), "ana@example.org");

        Api.Answer refused = expect(
                422, upload(session, "name,email,minutes\nAna,ana@example.org," + minutes + "\n", "text/csv", ""));

        assertThat(refused.at("/errors/0/message").stringValue()).contains("line 2");
        assertThat(sheet(session).at("/attended").intValue()).isZero();
        assertThat(sheet(session).at("/settledAt").isNull()).isTrue();
    }

    @Test
    void whatIsNoListIsRefusedAndStoresNothing() {
        UUID session = begun("no-list", "ana@example.org");
        expect(422, upload(session, "", "text/csv", ""));
        expect(422, upload(session, "Name,Moderator,Activity Score\nAna,FALSE,3\n", "text/csv", ""));
        expect(422, upload(session, "{\"people\": []}", "application/json", ""));
        expect(422, upload(session, "{not json", "application/json", ""));
        expect(422, upload(session, "name,email\n\"Ana,ana@example.org\n" + "x".repeat(50_000), "text/csv", ""));
        expect(415, upload(session, "name,email\n", "text/html", ""));
        expect(404, upload(UUID.randomUUID(), MEETING_REPORT, "text/csv", ""));
        expect(413, upload(session, "name,email\n" + "a,a@example.org\n".repeat(600_000), "text/csv", ""));
        assertThat(sheet(session).at("/settledAt").isNull()).isTrue();
        JsonNode ahead = api.publish(api.webinar("not-begun", webinar -> {}));
        expect(409, upload(UUID.fromString(ahead.at("/sessions/0/id").stringValue()), MEETING_REPORT, "text/csv", ""));
    }

    @Test
    void whoHasNoPlaceIsNotCountedAndTheReasonIsTold() {
        JsonNode activity = api.publish(api.webinar("two-slots", webinar -> {
            Instant start = soon();
            webinar.putArray("sessions")
                    .addPOJO(Api.session(start))
                    .addPOJO(Api.session(start.plus(Duration.ofHours(3))));
        }));
        UUID first = UUID.fromString(activity.at("/sessions/0/id").stringValue());
        String second = activity.at("/sessions/1/id").stringValue();
        expect(
                202,
                api.post(
                        "/api/activities/two-slots/registrations",
                        Map.of("email", "other@example.org", "name", "O", "sessions", List.of(second))));
        expect(202, api.signUp("two-slots", "withdrawn@example.org"));
        expect(
                204,
                api.call(
                        HttpMethod.DELETE,
                        "/api/registrations/" + api.manageToken("two-slots", "withdrawn@example.org"),
                        null));
        begin();

        Api.Answer imported = expect(
                200, upload(first, "name,email\nO,other@example.org\nG,withdrawn@example.org\n", "text/csv", ""));

        assertThat(imported.at("/attended").intValue()).isZero();
        assertThat(imported.at("/unmatched")
                        .valueStream()
                        .map(line -> line.at("/reason").asString()))
                .containsExactly("NOT_CHOSEN", "NOT_CONFIRMED");
        assertThat(imported.at("/settledAt").isNull())
                .as("a list that matches nobody may be another session's")
                .isTrue();
    }

    @Test
    void organisersCorrectByHand() {
        UUID session = begun("by-hand", "ana@example.org");
        String who = line(sheet(session), "ana@example.org").at("/registration").stringValue();
        String path = "/sessions/" + session + "/attendance/" + who;

        expect(204, api.organizer(HttpMethod.PUT, path, Map.of("minutes", 30)));
        assertThat(line(sheet(session), "ana@example.org").at("/source").stringValue())
                .isEqualTo("ORGANIZER");
        assertThat(api.organizer(HttpMethod.GET, "/activities/by-hand/registrations", null)
                        .at("/items/0/attended")
                        .size())
                .isEqualTo(1);
        expect(422, api.organizer(HttpMethod.PUT, path, Map.of("minutes", 91)));
        expect(204, api.organizer(HttpMethod.DELETE, path, null));

        assertThat(line(sheet(session), "ana@example.org").at("/attended").booleanValue())
                .isFalse();
        assertThat(api.organizer(HttpMethod.GET, "/activities/by-hand/registrations", null)
                        .at("/items/0/attended")
                        .size())
                .isZero();
        expect(404, api.organizer(HttpMethod.PUT, "/sessions/" + session + "/attendance/" + UUID.randomUUID(), null));
        expect(401, api.get("/api/organizer/sessions/" + session + "/attendance"));
        expect(400, api.organizer(HttpMethod.GET, "/sessions/" + session + "/attendance?limit=0", null));
    }

    @Test
    void attendanceIsSettledByItselfSomeTimeAfterTheEndAndAMovedSessionOpensItAgain() {
        UUID session = begun("settling", "ana@example.org");
        assertThat(sheet(session).at("/absent").isNull()).isTrue();

        clock.letPass(Duration.ofHours(4));

        eventually(() -> assertThat(sheet(session).at("/absent").asInt()).isEqualTo(1));
        Instant later = clock.instant().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + session, Map.of("startsAt", later.toString())));
        assertThat(sheet(session).at("/settledAt").isNull()).isTrue();
        expect(409, api.organizer(HttpMethod.POST, "/sessions/" + session + "/attendance/settlement", null));
    }

    @Test
    void theSheetPages() {
        UUID session = begun("paged-sheet", "a@example.org", "b@example.org", "c@example.org");
        expect(200, api.organizer(HttpMethod.POST, "/sessions/" + session + "/attendance/settlement", null));
        Api.Answer first = api.organizer(HttpMethod.GET, "/sessions/" + session + "/attendance?limit=2", null);
        Api.Answer second = api.organizer(
                HttpMethod.GET,
                "/sessions/" + session + "/attendance?limit=2&cursor="
                        + first.at("/next").stringValue(),
                null);

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(second.at("/absent").intValue()).isEqualTo(3);
    }

    /** A published webinar of 90 minutes with these people, that began a minute ago. */
    private UUID begun(String slug, String... people) {
        JsonNode activity = api.publish(
                api.webinar(slug, webinar -> webinar.putArray("sessions").addPOJO(Api.session(soon()))));
        for (String person : people) {
            expect(202, api.signUp(slug, person));
        }
        begin();
        return UUID.fromString(activity.at("/sessions/0/id").stringValue());
    }

    private Instant soon() {
        return clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }

    private void begin() {
        clock.letPass(Duration.ofMinutes(61));
    }

    private JsonNode sheet(UUID session) {
        return expect(200, api.organizer(HttpMethod.GET, "/sessions/" + session + "/attendance", null))
                .at("");
    }

    private static JsonNode line(JsonNode sheet, String email) {
        return sheet.at("/items")
                .valueStream()
                .filter(line -> line.at("/email").stringValue().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer upload(UUID session, String file, String type, String query) {
        return api.upload("/api/organizer/sessions/" + session + "/attendance/import" + query, file, type);
    }

    private long revision(String slug, String email) {
        return database.sql("""
                select r.revision from registration r join activity a on a.id = r.activity_id
                where a.slug = ? and r.email_key = ?
                """).params(slug, email).query(Long.class).single();
    }
}
