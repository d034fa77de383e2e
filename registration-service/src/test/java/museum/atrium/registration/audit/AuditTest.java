package museum.atrium.registration.audit;

import static museum.atrium.registration.Accounts.bearer;
import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Accounts;
import museum.atrium.registration.Api;
import museum.atrium.registration.OrganizerOperation;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever an organiser changes is noted with their name, and nothing else is. */
@RegistrationTest
class AuditTest {

    /** Where nobody listens. */
    private static final Map<String, ?> WEBHOOK =
            Map.of("url", "http://127.0.0.1:9/hooks", "description", "Of the tests");

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @AfterEach
    void noWebhookHearsOfOtherTests() {
        database.sql("delete from webhook").update();
    }

    /** A call that is added to the OpenAPI document needs a line here, and an entry in the log. */
    @ParameterizedTest
    @MethodSource("museum.atrium.registration.OrganizerOperation#changing")
    void everyCallThatChangesSomethingIsNotedWithWhoMadeIt(OrganizerOperation operation) {
        String slug = "noted-" + operation.id().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        Account who = new Account("noting-" + operation.id() + UUID.randomUUID());

        switch (operation.id()) {
            case "createSeries" -> who.does(201, HttpMethod.POST, "/series", titled(slug));
            case "editSeries" -> {
                expect(201, api.organizer(HttpMethod.POST, "/series", titled(slug)));
                who.does(200, HttpMethod.PATCH, "/series/" + slug, Map.of("title", Map.of("en", "Other")));
            }
            case "draftActivity" -> who.does(201, HttpMethod.POST, "/activities", api.webinar(slug, w -> {}));
            case "editActivity" -> {
                draft(slug);
                who.does(200, HttpMethod.PATCH, "/activities/" + slug, Map.of("capacity", 12));
            }
            case "publishActivity" -> {
                draft(slug);
                who.does(200, HttpMethod.POST, "/activities/" + slug + "/publication", null);
            }
            case "copyActivity" -> {
                draft(slug);
                who.does(201, HttpMethod.POST, "/activities/" + slug + "/copy", null);
            }
            case "cancelActivity" -> {
                publish(slug);
                who.does(200, HttpMethod.POST, "/activities/" + slug + "/cancellation", null);
            }
            case "addSession" -> {
                draft(slug);
                who.does(
                        201,
                        HttpMethod.POST,
                        "/activities/" + slug + "/sessions",
                        Api.session(clock.instant().plus(9, ChronoUnit.DAYS)));
            }
            case "editSession" -> who.does(200, HttpMethod.PATCH, session(draft(slug)), Map.of("capacity", 9));
            case "cancelSession" -> who.does(200, HttpMethod.DELETE, session(draft(slug)), null);
            case "addCodes" -> {
                draft(slug);
                who.does(201, HttpMethod.POST, "/activities/" + slug + "/codes", Map.of("count", 2));
            }
            case "importRegistrations" -> {
                publish(slug);
                who.uploads("/activities/" + slug + "/registrations/import", "email,name\nana@example.org,Ana\n");
            }
            case "createNetwork" -> who.does(201, HttpMethod.POST, "/networks", network(slug));
            case "editNetwork" -> {
                expect(201, api.organizer(HttpMethod.POST, "/networks", network(slug)));
                who.does(200, HttpMethod.PATCH, "/networks/" + slug, Map.of("name", "Other network"));
            }
            case "deleteNetwork" -> {
                expect(201, api.organizer(HttpMethod.POST, "/networks", network(slug)));
                who.does(204, HttpMethod.DELETE, "/networks/" + slug, null);
            }
            case "createWebhook" -> who.does(201, HttpMethod.POST, "/webhooks", WEBHOOK);
            case "editWebhook" -> who.does(200, HttpMethod.PATCH, webhook(), Map.of("enabled", false));
            case "deleteWebhook" -> who.does(204, HttpMethod.DELETE, webhook(), null);
            case "rotateWebhookSecret" -> who.does(200, HttpMethod.POST, webhook() + "/secret", null);
            case "testWebhook" -> who.does(202, HttpMethod.POST, webhook() + "/test", null);
            case "replayWebhook" -> {
                Map<String, String> since = Map.of("since", clock.instant().toString());
                who.does(202, HttpMethod.POST, webhook() + "/replay", since);
            }
            case "replayWebhookDelivery" -> {
                String webhook = webhook();
                JsonNode delivery = expect(202, api.organizer(HttpMethod.POST, webhook + "/test", null))
                        .at("/id");
                who.does(202, HttpMethod.POST, webhook + "/deliveries/" + delivery + "/replay", null);
            }
            case "inviteSpeaker" -> {
                publish(slug);
                who.does(201, HttpMethod.POST, "/activities/" + slug + "/speakers", ana());
            }
            case "changeSpeaker" -> who.does(200, HttpMethod.PATCH, speaker(slug), Map.of("name", "Anabel"));
            case "withdrawSpeaker" -> who.does(200, HttpMethod.DELETE, speaker(slug), null);
            case "sendInvitationAgain" -> who.does(200, HttpMethod.POST, speaker(slug) + "/invitation", null);
            case "eraseSpeaker" -> who.does(202, HttpMethod.POST, speaker(slug) + "/erasure", null);
            case "askErasure" -> {
                publish(slug);
                who.does(
                        202,
                        HttpMethod.POST,
                        "/erasures",
                        Map.of("registration", ana(slug).replaceAll(".*/", "")));
            }
            case "searchErasures" -> {
                who.does(200, HttpMethod.POST, "/erasures/search", Map.of("email", "ana@example.org"));
                // It changes nothing, and hands out nothing of anybody.
                assertThat(log("account=" + encoded(Accounts.id(who.subject()))))
                        .isEmpty();
                return;
            }
            case "askExport" -> {
                publish(slug);
                ana(slug);
                who.does(202, HttpMethod.POST, "/exports", Map.of("email", "ana@example.org"));
            }
            case "sendMessage" -> {
                publish(slug);
                ana(slug);
                who.does(
                        201,
                        HttpMethod.POST,
                        "/activities/" + slug + "/messages",
                        Map.of("subject", Map.of("en", "On Monday"), "text", Map.of("en", "Bring a box.")));
            }
            case "settleAttendance" ->
                who.does(200, HttpMethod.POST, session(begun(slug)) + "/attendance/settlement", null);
            case "importAttendance" ->
                who.uploads(
                        session(begun(slug)) + "/attendance/import", "email;name;minutes\nana@example.org;Ana;45\n");
            case "markAttended" -> who.does(204, HttpMethod.PUT, attendanceOfAna(begun(slug), slug), null);
            case "markAbsent" -> {
                String attendance = attendanceOfAna(begun(slug), slug);
                expect(204, api.organizer(HttpMethod.PUT, attendance, null));
                who.does(204, HttpMethod.DELETE, attendance, null);
            }
            case "issueCertificates" -> {
                certified(slug);
                who.does(200, HttpMethod.POST, "/activities/" + slug + "/certificates", null);
            }
            case "revokeCertificate" ->
                who.does(200, HttpMethod.POST, certificate(slug) + "/revocation", Map.of("reason", "A mistake"));
            case "reissueCertificate" -> {
                String certificate = certificate(slug);
                expect(200, api.organizer(HttpMethod.POST, certificate + "/revocation", Map.of("reason", "Why")));
                who.does(200, HttpMethod.POST, certificate + "/reissue", null);
            }
            case "cancelRegistration" -> {
                publish(slug);
                who.does(200, HttpMethod.DELETE, ana(slug), null);
            }
            case "approveRegistration" -> who.does(200, HttpMethod.POST, asking(slug) + "/approval", null);
            case "declineRegistration" -> who.does(200, HttpMethod.POST, asking(slug) + "/rejection", null);
            default -> throw new AssertionError("nobody has said yet how " + operation + " is called");
        }

        assertThat(log("account=" + encoded(Accounts.id(who.subject()))))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.at("/accountName").stringValue()).isEqualTo("Account " + who.subject());
                    assertThat(entry.at("/target/id").stringValue()).isNotBlank();
                    assertThat(entry.at("/changes").toString())
                            .as("nothing of participants, no code, no live room")
                            .doesNotContain("example.org", "Ana");
                });
    }

    @Test
    void anEntryNamesTheFieldsWithTheirOldAndNewValues() {
        String slug = "named-fields-" + UUID.randomUUID();
        JsonNode draft = draft(slug);
        Account who = new Account("named-" + slug);
        who.does(200, HttpMethod.PATCH, "/activities/" + slug, Map.of("capacity", 30, "waitlist", true));
        String id = draft.at("/sessions/0/id").stringValue();
        who.does(
                200,
                HttpMethod.PATCH,
                "/sessions/" + id,
                Map.of("joinUrl", "https://live.example.org/secret", "timeZone", "UTC"));

        List<JsonNode> entries = log("activity=" + slug + "&account=" + encoded(Accounts.id(who.subject())));

        assertThat(entries)
                .extracting(entry -> entry.at("/action").stringValue())
                .containsExactly("session.edited", "activity.edited");
        JsonNode edited = entries.get(1).at("/changes");
        assertThat(edited.propertyNames()).containsExactlyInAnyOrder("capacity", "waitlist");
        assertThat(edited.at("/capacity").toString()).isEqualTo("{\"new\":30}");
        assertThat(edited.at("/waitlist/old").booleanValue()).isFalse();
        assertThat(edited.at("/waitlist/new").booleanValue()).isTrue();
        JsonNode session = entries.get(0).at("/changes");
        assertThat(session.get("sessions[" + id + "].joinUrl").toString()).isEqualTo("{\"changed\":true}");
        JsonNode zone = session.get("sessions[" + id + "].timeZone");
        assertThat(zone.at("/old").stringValue()).isEqualTo("Europe/Paris");
        assertThat(zone.at("/new").stringValue()).isEqualTo("UTC");
        assertThat(session.toString()).doesNotContain("secret");
    }

    @Test
    void whatWasRefusedOrChangedNothingIsNotNoted() {
        String slug = "not-noted-" + UUID.randomUUID();
        publish(slug);
        Account who = new Account(slug);

        who.does(422, HttpMethod.PATCH, "/activities/" + slug, Map.of("capacity", 0));
        who.does(200, HttpMethod.POST, "/activities/" + slug + "/publication", null);
        who.does(409, HttpMethod.POST, "/activities", api.webinar(slug, w -> {}));
        who.does(404, HttpMethod.POST, "/activities/" + slug + "-2/publication", null);
        assertThat(log("account=" + encoded(Accounts.id(who.subject())))).isEmpty();
    }

    @Test
    void aChangeThatIsRolledBackLeavesNoEntry() {
        String series = "rolled-back-" + UUID.randomUUID();
        expect(201, api.organizer(HttpMethod.POST, "/series", titled(series)));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/activities", api.webinar(series + "-a", w -> w.put("series", series))));
        String[] limited = bearer(series, "organizer:series/" + series);
        expect(
                403,
                api.call(
                        HttpMethod.PATCH, "/api/organizer/activities/" + series + "-a", "{\"series\": null}", limited));

        assertThat(log("account=" + encoded(Accounts.id(series)))).isEmpty();
    }

    @Test
    void whatParticipantsDoIsNotNoted() {
        String slug = "their-own-" + UUID.randomUUID();
        publish(slug);
        int before = log("activity=" + slug).size();

        expect(
                204,
                api.call(HttpMethod.DELETE, "/api/registrations/" + api.manageToken(slug, "ana@example.org"), null));

        assertThat(log("activity=" + slug)).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    void takingPersonalDataAwayIsNotedWithoutWhatWasLookedFor(String type) {
        String slug = "taken-away-" + UUID.randomUUID();
        publish(slug);

        assertThat(api.download("/activities/" + slug + "/registrations?q=ana", type)
                        .status())
                .isEqualTo(200);

        JsonNode entry = log("activity=" + slug).getFirst();
        assertThat(entry.at("/action").stringValue()).isEqualTo("registrations.exported");
        assertThat(entry.at("/account").stringValue()).isEqualTo("organizer");
        assertThat(entry.at("/changes").toString()).doesNotContain("ana");
    }

    @Test
    void theLogTurnsItsPagesNewestFirstAndKeepsToTheTimesAskedFor() {
        String slug = "paged-" + UUID.randomUUID();
        draft(slug);
        String start = clock.instant().toString();
        for (int capacity = 1; capacity <= 4; capacity++) {
            expect(200, api.organizer(HttpMethod.PATCH, "/activities/" + slug, Map.of("capacity", capacity)));
        }

        Api.Answer first = page("activity=" + slug + "&limit=3");
        Api.Answer second =
                page("activity=" + slug + "&limit=3&cursor=" + first.at("/next").stringValue());

        assertThat(first.at("/items/0/changes/capacity/new").intValue()).isEqualTo(4);
        assertThat(second.at("/items/0/changes/capacity/new").intValue()).isEqualTo(1);
        assertThat(second.at("/items/1/action").stringValue()).isEqualTo("activity.drafted");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(log("activity=" + slug + "&from=" + start)).hasSize(4);
        assertThat(log("activity=" + slug + "&to=" + start)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "from=yesterday",
                "to=0001-01-01T00:00:00Z",
                "acount=x",
                "from="
            })
    void aParameterThatCannotBeUnderstoodIsRefused(String query) {
        expect(query.endsWith("=") ? 200 : 400, api.organizer(HttpMethod.GET, "/audit?" + query, null));
    }

    /** An organiser of their own, whose entries nobody else's can be taken for. */
    private final class Account {

        private final String subject;

        Account(String subject) {
            this.subject = subject;
        }

        String subject() {
            return subject;
        }

        void does(int status, HttpMethod method, String path, @Nullable Object body) {
            expect(status, api.call(method, "/api/organizer" + path, body, bearer(subject, "admin")));
        }

        void uploads(String path, String csv) {
            expect(
                    200,
                    api.uploadAs(
                            "/api/organizer" + path,
                            csv.getBytes(StandardCharsets.UTF_8),
                            "text/csv",
                            bearer(subject, "admin")[1]));
        }
    }

    private List<JsonNode> log(String query) {
        return page(query + "&limit=100").at("/items").valueStream().toList();
    }

    private Api.Answer page(String query) {
        return expect(200, api.organizer(HttpMethod.GET, "/audit?" + query, null));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> titled(String slug) {
        return Map.of("slug", slug, "title", Map.of("en", "Series"));
    }

    private JsonNode draft(String slug) {
        return expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar(slug, w -> {})))
                .at("");
    }

    /** Published, with Ana on it. */
    private JsonNode publish(String slug) {
        return published(api.webinar(slug, w -> {}));
    }

    private JsonNode published(ObjectNode webinar) {
        JsonNode activity = api.publish(webinar);
        expect(202, api.signUp(webinar.get("slug").stringValue(), "ana@example.org"));
        return activity;
    }

    private JsonNode begun(String slug) {
        JsonNode activity = published(soon(slug));
        clock.letPass(Duration.ofMinutes(61));
        return activity;
    }

    private ObjectNode soon(String slug) {
        return api.webinar(
                slug,
                webinar -> webinar.putArray("sessions")
                        .addPOJO(Api.session(
                                clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS))));
    }

    /** Over and settled, with a certificate for Ana. */
    private void certified(String slug) {
        ObjectNode webinar = soon(slug);
        webinar.putObject("certificates").put("minimumPercent", 50);
        JsonNode activity = published(webinar);
        clock.letPass(Duration.ofMinutes(181));
        expect(204, api.organizer(HttpMethod.PUT, attendanceOfAna(activity, slug), null));
        expect(200, api.organizer(HttpMethod.POST, session(activity) + "/attendance/settlement", null));
        expect(200, api.organizer(HttpMethod.POST, "/activities/" + slug + "/certificates", null));
    }

    private String certificate(String slug) {
        certified(slug);
        return "/certificates/"
                + expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/certificates", null))
                        .at("/items/0/code")
                        .stringValue();
    }

    private String asking(String slug) {
        published(api.webinar(slug, webinar -> webinar.put("approval", true)));
        return ana(slug);
    }

    private String ana(String slug) {
        return "/registrations/" + registration(slug);
    }

    private static Map<String, ?> network(String slug) {
        return Map.of("slug", slug, "name", "Example network", "imprint", Map.of("en", "Example Street 1"));
    }

    private String webhook() {
        return "/webhooks/"
                + expect(201, api.organizer(HttpMethod.POST, "/webhooks", WEBHOOK))
                        .at("/id")
                        .stringValue();
    }

    private static Map<String, ?> ana() {
        return Map.of("name", "Ana", "email", "ana@example.org");
    }

    private String speaker(String slug) {
        publish(slug);
        String speakers = "/activities/" + slug + "/speakers";
        return speakers + "/"
                + expect(201, api.organizer(HttpMethod.POST, speakers, ana()))
                        .at("/id")
                        .stringValue();
    }

    private String attendanceOfAna(JsonNode activity, String slug) {
        return session(activity) + "/attendance/" + registration(slug);
    }

    private static String session(JsonNode activity) {
        return "/sessions/" + activity.at("/sessions/0/id").stringValue();
    }

    private String registration(String slug) {
        return database.sql(
                        "select r.id from registration r join activity a on a.id = r.activity_id where a.slug = :slug")
                .param("slug", slug)
                .query(String.class)
                .single();
    }
}
