package museum.atrium.registration.badinput;

import static museum.atrium.registration.Api.expect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import museum.atrium.registration.Api;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.pictures.KnownPictures;
import museum.atrium.registration.speakers.SpeakerTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What there is for requests to be about: one of each kind, and more of those that a request uses up. */
final class World {

    static final String NETWORK = "bad-input-network";
    static final String SERIES = "bad-input-series";
    static final String OVER = "bad-input-over";
    static final String OPEN = "bad-input-open";
    static final String EDITED = "bad-input-edited";
    private static final String LOGO = "https://pictures.example.org/bad-input.png";

    private static final String FORM = """
            {"questions": [
               {"id": "hope", "kind": "TEXT", "label": {"en": "What do you hope for?"}},
               {"id": "field", "kind": "CHOICE", "label": {"en": "Your field"},
                "options": [{"id": "care", "label": {"en": "Care"}}, {"id": "edu", "label": {"en": "Education"}}]},
               {"id": "days", "kind": "CHOICES", "label": {"en": "Which days?"},
                "options": [{"id": "mon", "label": {"en": "Monday"}}, {"id": "tue", "label": {"en": "Tuesday"}}]},
               {"id": "years", "kind": "NUMBER", "label": {"en": "Years of practice"}, "min": 0, "max": 80},
               {"id": "since", "kind": "DATE", "label": {"en": "Since when?"}}],
             "consents": [{"id": "photo", "text": {"en": "I agree to photographs."}}],
             "privacyNotice": {"text": {"en": "Example Network is responsible."}, "url": "https://network.example.org/privacy"},
             "asksAccessibilityNeeds": true, "certificates": {"minimumPercent": 50}}
            """;

    private final Api api;
    private final JdbcClient database;
    private final TestClock.Settable clock;
    private final AtomicInteger number = new AtomicInteger();

    final JsonNode open;
    final JsonNode over;
    final JsonNode edited;
    final String ana;
    final String anasToken;
    final String anasFeed;
    final String subscriber;
    final String certificate;
    final String picture;
    final String speaker;
    final String ownSpeaker;
    final String message;

    World(Api api, JdbcClient database, TestClock.Settable clock) {
        this.api = api;
        this.database = database;
        this.clock = clock;
        post(
                "/networks",
                "{\"slug\": \"" + NETWORK + "\", \"name\": \"Network\", \"imprint\": {\"en\": \"Street 1\"},"
                        + " \"logo\": {\"url\": \"" + LOGO + "\", \"alt\": {\"en\": \"A door\"}}}");
        picture = KnownPictures.fetched(database, clock, LOGO).replace("/pictures/", "");
        post(
                "/series",
                "{\"slug\": \"" + SERIES + "\", \"title\": {\"en\": \"Series\"}, \"network\": \"" + NETWORK + "\"}");
        over = published(OVER, this::asking);
        signUp(OVER, "ana@example.org");
        clock.letPass(Duration.ofMinutes(181));
        certificate = certified();
        open = published(OPEN, this::asking);
        post(
                "/activities/" + OPEN + "/sessions",
                JsonMapper.shared().writeValueAsString(Api.session(in(Duration.ofDays(7)))));
        signUp(OPEN, "ana@example.org");
        signUp(OPEN, "ben@example.org");
        clock.letPass(Duration.ofMinutes(61));
        edited = post("/activities", draft(EDITED, webinar -> {}).toString());
        ana = registration(OPEN, "ana@example.org");
        anasToken = api.manageToken(OPEN, "ana@example.org");
        anasFeed = api.feedToken("ana@example.org");
        subscriber = subscribed();
        speaker = speakerOf("sam@example.org");
        ownSpeaker = speakerOf("sofia@example.org");
        expect(303, api.form("/speaking/" + speakingToken(ownSpeaker) + "/acceptance", ""));
        message = post(
                        "/activities/" + OPEN + "/messages",
                        "{\"subject\": {\"en\": \"On Monday\"}, \"text\": {\"en\": \"Bring a box.\"}}")
                .at("/id")
                .stringValue();
    }

    String session(JsonNode activity) {
        return activity.at("/sessions/0/id").stringValue();
    }

    String joinToken() {
        return api.joinToken(OPEN, "ben@example.org");
    }

    String speakingToken(String invitation) {
        return SpeakerTokens.speaking(invitation, 1);
    }

    String newSlug() {
        return "bad-input-" + number.incrementAndGet();
    }

    String newAddress() {
        return "ana-" + number.incrementAndGet() + "@example.org";
    }

    String newDraft() {
        String slug = newSlug();
        post("/activities", draft(slug, webinar -> {}).toString());
        return slug;
    }

    /** The same, unless a request has given it another slug. */
    String editedDraft() {
        if (api.organizer(HttpMethod.GET, "/activities/" + EDITED, null).status() != 200) {
            post("/activities", draft(EDITED, webinar -> {}).toString());
        }
        return EDITED;
    }

    String newActivity() {
        return published(newSlug(), webinar -> {}).at("/slug").stringValue();
    }

    String newSession() {
        return session(post("/activities", draft(newSlug(), webinar -> {}).toString()));
    }

    String newNetwork() {
        String slug = newSlug();
        post("/networks", "{\"slug\": \"" + slug + "\", \"name\": \"Network\", \"imprint\": {\"en\": \"Street 1\"}}");
        return slug;
    }

    String newToken() {
        String address = newAddress();
        signUp(OPEN, address);
        return api.manageToken(OPEN, address);
    }

    String newRegistration() {
        String address = newAddress();
        signUp(OPEN, address);
        return registration(OPEN, address);
    }

    String tokenOfCertificate() {
        return api.manageToken(OVER, "ana@example.org");
    }

    String ownSpeakersToken() {
        return speakingToken(ownSpeaker);
    }

    /** Somebody who waits for the organiser's decision. */
    String newApplicant() {
        String slug = newSlug();
        published(slug, webinar -> webinar.put("approval", true));
        signUp(slug, "ana@example.org");
        return registration(slug, "ana@example.org");
    }

    String newSpeaker() {
        return speakerOf(newAddress());
    }

    String newSpeakingToken() {
        return speakingToken(newSpeaker());
    }

    String revokedCertificate() {
        database.sql("delete from certificate where code <> :code and registration_id = :registration::uuid")
                .param("code", certificate.replace("-", ""))
                .param("registration", registration(OVER, "ana@example.org"))
                .update();
        database.sql("update certificate set revoked_at = now(), revocation_reason = 'A mistake' where code = :code")
                .param("code", certificate.replace("-", ""))
                .update();
        return certificate;
    }

    String newErasure() {
        return post("/erasures", "{\"email\": \"" + newAddress() + "\"}")
                .at("/id")
                .stringValue();
    }

    String newExport() {
        return post("/exports", "{\"email\": \"" + newAddress() + "\"}")
                .at("/id")
                .stringValue();
    }

    String ownExport() {
        return expect(202, api.post("/api/registrations/" + anasToken + "/exports", null))
                .at("/id")
                .stringValue();
    }

    private JsonNode published(String slug, Consumer<ObjectNode> changes) {
        return api.publish(draft(slug, changes));
    }

    /** With a session that begins in an hour. */
    private ObjectNode draft(String slug, Consumer<ObjectNode> changes) {
        return api.webinar(slug, webinar -> {
            Map<String, Object> session = new LinkedHashMap<>(Api.session(in(Duration.ofHours(1))));
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(session)));
            changes.accept(webinar);
        });
    }

    private void asking(ObjectNode webinar) {
        webinar.put("series", SERIES);
        webinar.setAll((ObjectNode) JsonMapper.shared().readTree(FORM));
    }

    private String certified() {
        String session = "/sessions/" + session(over) + "/attendance";
        expect(204, api.organizer(HttpMethod.PUT, session + "/" + registration(OVER, "ana@example.org"), null));
        post(session + "/settlement", null);
        post("/activities/" + OVER + "/certificates", null);
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + OVER + "/certificates", null))
                .at("/items/0/code")
                .stringValue();
    }

    private String subscribed() {
        expect(
                202,
                api.post(
                        "/api/series/" + SERIES + "/subscriptions", Map.of("email", "sub@example.org", "name", "Sub")));
        String token = api.manageToken(SERIES, "sub@example.org");
        expect(200, api.post("/api/registrations/" + token + "/confirmation", null));
        return token;
    }

    private String speakerOf(String address) {
        return post("/activities/" + OPEN + "/speakers", "{\"name\": \"Sam\", \"email\": \"" + address + "\"}")
                .at("/id")
                .stringValue();
    }

    private void signUp(String slug, String address) {
        expect(
                202,
                api.post(
                        "/api/activities/" + slug + "/registrations",
                        Map.of("email", address, "name", "Ana", "locale", "en", "country", "PT")));
    }

    private JsonNode post(String path, @Nullable String body) {
        Api.Answer answer = api.organizer(HttpMethod.POST, path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(path + " is answered with " + answer.status() + ": " + answer.body());
        }
        return answer.at("");
    }

    private String registration(String slug, String address) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug and r.email = :email
                """)
                .param("slug", slug)
                .param("email", address)
                .query(UUID.class)
                .single()
                .toString();
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }
}
