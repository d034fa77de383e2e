package museum.atrium.registration.announcing;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.speakers.SpeakerTokens;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistrationTest
class AnnouncingTest {

    private static final Set<String> LOOKED_AT = new HashSet<>();

    @Autowired
    Api api;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ConfigurableApplicationContext context;

    private KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();
    private final List<ConsumerRecord<String, String>> ended = new ArrayList<>();

    @BeforeEach
    void listen() {
        consumer =
                Listening.to(kafka, "atrium.activities", "atrium.registrations", "atrium.contacts", "atrium.reminders");
    }

    @AfterEach
    void hangUp() {
        consumer.close();
    }

    @Test
    void whatHappensIsToldAsTheContractsSay() {
        Instant start = clock.instant().plus(Duration.ofHours(3));
        JsonNode activity = api.publish(api.webinar(
                "told",
                webinar -> webinar.put("capacity", 1)
                        .put("waitlist", true)
                        .set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
        expect(202, api.signUp("told", "one@example.org"));
        expect(202, api.signUp("told", "two@example.org"));
        expect(
                204,
                api.call(HttpMethod.DELETE, "/api/registrations/" + api.manageToken("told", "one@example.org"), null));
        String session = activity.at("/sessions/0/id").stringValue();
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + session,
                        Map.of("startsAt", start.plus(Duration.ofHours(1)).toString())));
        expect(200, api.organizer(HttpMethod.POST, "/activities/told/cancellation", Map.of("reason", "Storm")));

        String id = activity.get("id").stringValue();
        eventually(() -> assertThat(types("atrium.activities", id))
                .containsExactly(
                        "museum.atrium.activity.published.v1",
                        "museum.atrium.session.rescheduled.v1",
                        "museum.atrium.activity.cancelled.v1"));
        eventually(() -> assertThat(registrationsOf(id))
                .extracting(AnnouncingTest::type)
                .containsExactlyInAnyOrder(
                        "museum.atrium.registration.confirmed.v1",
                        "museum.atrium.registration.waitlisted.v1",
                        "museum.atrium.registration.cancelled.v1",
                        "museum.atrium.registration.promoted.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        assertThat(heard.stream().filter(record -> !record.topic().equals("atrium.contacts")))
                .as("no personal data outside its topic")
                .noneMatch(record ->
                        record.value().contains("example.org") || record.value().contains("Ana"));
        assertThat(heard).noneMatch(record -> record.value().contains("live.example.org"));
    }

    @Test
    void aSeriesItsActivitiesAndItsSubscribersAreToldAsTheContractsSay() {
        Api.Answer series = expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/series", Map.of("slug", "told-series", "title", Map.of("en", "Told"))));
        String id = series.at("/id").stringValue();
        JsonNode activity = api.publish(api.webinar("told-in-series", webinar -> webinar.put("series", "told-series")));
        expect(200, api.organizer(HttpMethod.PATCH, "/series/told-series", Map.of("title", Map.of("fr", "Dit"))));
        expect(202, api.post("/api/series/told-series/subscriptions", Map.of("email", "sub@example.org")));
        String token = api.manageToken("told-series", "sub@example.org");
        expect(200, api.post("/api/registrations/" + token + "/confirmation", null));

        eventually(() -> assertThat(types("atrium.activities", id))
                .containsExactly("museum.atrium.activity.published.v1", "museum.atrium.activity.updated.v1"));
        eventually(() -> assertThat(registrationsOf(id))
                .extracting(AnnouncingTest::type)
                .containsExactly(
                        "museum.atrium.registration.requested.v1", "museum.atrium.registration.interested.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        JsonNode told = heard.stream()
                .filter(record -> record.topic().equals("atrium.activities")
                        && record.key().equals(activity.get("id").stringValue()))
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .findFirst()
                .orElseThrow();
        assertThat(told.at("/series/id").stringValue()).isEqualTo(id);
    }

    @Test
    void aNetworkAndWhatIsHeldInItsNameAreToldAsTheContractsSay() {
        consumer.subscribe(List.of("atrium.activities", "atrium.networks"));
        Api.Answer network = expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "told-network", "name": "Told Network", "senderAddress": "programme@told.example.org",
                 "logo": {"url": "https://told.example.org/logo.png", "alt": {"en": "Told"}},
                 "imprint": {"en": "Told Network\\n1 Museum Square"}, "privacyNotice": {"text": {"en": "Told."}}}
                """));
        String id = network.at("/id").stringValue();
        JsonNode activity =
                api.publish(api.webinar("told-in-network", webinar -> webinar.put("network", "told-network")));
        expect(200, api.organizer(HttpMethod.PATCH, "/networks/told-network", "{\"logo\": null}"));
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/told-in-network", "{\"network\": null}"));
        expect(204, api.organizer(HttpMethod.DELETE, "/networks/told-network", null));

        eventually(() -> {
            assertThat(types("atrium.networks", id))
                    .containsExactly("museum.atrium.network.created.v1", "museum.atrium.network.updated.v1");
            assertThat(ended)
                    .filteredOn(record -> record.key().equals(id))
                    .extracting(AnnouncingTest::type)
                    .containsExactly("museum.atrium.network.deleted.v1");
            assertThat(types("atrium.activities", activity.get("id").stringValue()))
                    .hasSize(2);
        });
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        assertThat(told("atrium.activities", activity.get("id").stringValue()))
                .extracting(told -> told.at("/network").asString(null))
                .containsExactly(id, null);
        JsonNode first = told("atrium.networks", id).getFirst();
        assertThat(first.at("/page").stringValue()).isEqualTo("/networks/told-network");
        assertThat(first.at("/senderAddress").stringValue()).isEqualTo("programme@told.example.org");
        assertThat(first.at("/logo/alt/en").stringValue()).isEqualTo("Told");
    }

    /** As a migration of the database leaves it. */
    @Test
    void aSeriesThatNobodyWasToldOfIsToldOnceWhenTheServiceStarts() {
        String id = UUID.randomUUID().toString();
        database.sql("""
                insert into activity (id, revision, slug, kind, status, language, title, summary, waitlist, reminders,
                  speakers, organizations, created_at)
                values (:id::uuid, 0, 'from-before', 'SERIES', 'PUBLISHED', 'en', '{"en": "From before"}', '{}', false, '{}',
                  '[]', '[]', now())
                """).param("id", id).update();

        for (int start = 0; start < 2; start++) {
            context.publishEvent(
                    new ApplicationStartedEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
        }
        expect(200, api.organizer(HttpMethod.PATCH, "/series/from-before", Map.of("language", "fr")));

        eventually(() -> assertThat(types("atrium.activities", id))
                .containsExactly("museum.atrium.activity.published.v1", "museum.atrium.activity.updated.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
    }

    @Test
    void aReminderIsToldOnceWhenItFallsDueForTheTimeThatIsTrueThen() {
        Instant start = clock.instant().plus(Duration.ofHours(5));
        JsonNode activity = api.publish(api.webinar("reminded", webinar -> {
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))));
            webinar.set("reminders", JsonMapper.shared().valueToTree(List.of("P1D", "PT4H", "PT1H")));
        }));
        String session = activity.at("/sessions/0/id").stringValue();
        Instant moved = start.plus(Duration.ofHours(1));
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + session, Map.of("startsAt", moved.toString())));

        clock.letPass(Duration.ofMinutes(90));
        poll();
        assertThat(reminders(session)).as("due for the old time only").isEmpty();

        clock.letPass(Duration.ofMinutes(31));
        eventually(() -> assertThat(reminders(session)).hasSize(1));
        JsonNode reminder = reminders(session).getFirst();
        assertThat(reminder.get("distance").stringValue()).isEqualTo("PT4H");
        assertThat(reminder.get("sessionRevision").longValue()).isEqualTo(2);
        assertThat(Instant.parse(reminder.get("dueAt").stringValue()))
                .isCloseTo(
                        moved.minus(Duration.ofHours(4)),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));

        clock.letPass(Duration.ofHours(3));
        eventually(() -> assertThat(reminders(session)).hasSize(2));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
    }

    @Test
    void aCertificateIsToldWithoutSayingWhoseItIs() {
        Instant start = clock.instant().plus(Duration.ofHours(1));
        JsonNode activity = api.publish(api.webinar("told-certificate", webinar -> {
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))));
            webinar.putObject("certificates").put("minimumPercent", 50);
        }));
        String session = activity.at("/sessions/0/id").stringValue();
        expect(202, api.signUp("told-certificate", "certified@example.org"));
        clock.letPass(Duration.ofHours(3));
        String who = api.organizer(HttpMethod.GET, "/activities/told-certificate/registrations", null)
                .at("/items/0/id")
                .stringValue();
        expect(204, api.organizer(HttpMethod.PUT, "/sessions/" + session + "/attendance/" + who, null));
        expect(200, api.organizer(HttpMethod.POST, "/sessions/" + session + "/attendance/settlement", null));

        eventually(() -> assertThat(types("atrium.registrations", who))
                .containsExactly(
                        "museum.atrium.registration.confirmed.v1",
                        "museum.atrium.registration.attended.v1",
                        "museum.atrium.registration.certified.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        assertThat(heard.stream().filter(record -> !record.topic().equals("atrium.contacts")))
                .noneMatch(record -> record.value().contains("Ana"));
        JsonNode told = JsonMapper.shared()
                .readTree(registrationsOf(activity.get("id").stringValue())
                        .getLast()
                        .value());
        assertThat(told.at("/occasions/certified").longValue())
                .isEqualTo(told.at("/revision").longValue());

        String code = api.organizer(HttpMethod.GET, "/activities/told-certificate/certificates", null)
                .at("/items/0/code")
                .stringValue();
        for (int times = 0; times < 2; times++) {
            expect(
                    200,
                    api.organizer(
                            HttpMethod.POST, "/certificates/" + code + "/revocation", Map.of("reason", "Another Ana")));
        }
        expect(200, api.organizer(HttpMethod.POST, "/certificates/" + code + "/reissue", null));
        eventually(() -> assertThat(types("atrium.registrations", who))
                .endsWith(
                        "museum.atrium.registration.certified.v1",
                        "museum.atrium.registration.certificateRevoked.v1",
                        "museum.atrium.registration.certified.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
    }

    @Test
    void aSpeakerIsToldAsARegistrationOfAnotherRole() {
        JsonNode activity = api.publish(api.webinar("told-speaker", webinar -> {}));
        String speakers = "/activities/told-speaker/speakers";
        String who = expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                speakers,
                                Map.of("name", "Ana Speaker", "email", "told-speaker@example.org")))
                .at("/id")
                .stringValue();
        String page = "/speaking/" + SpeakerTokens.speaking(who, 1);
        expect(303, api.form(page + "/acceptance", ""));
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        speakers + "/" + who,
                        Map.of("sessions", List.of(activity.at("/sessions/0/id").stringValue()))));
        expect(200, api.organizer(HttpMethod.PATCH, speakers + "/" + who, Map.of("language", "fr")));
        expect(303, api.form(page + "/refusal", ""));
        expect(200, api.organizer(HttpMethod.POST, speakers + "/" + who + "/invitation", null));
        expect(200, api.organizer(HttpMethod.DELETE, speakers + "/" + who, null));

        eventually(() -> assertThat(types("atrium.registrations", who))
                .containsExactly(
                        "museum.atrium.registration.speakerInvited.v1",
                        "museum.atrium.registration.speakerAccepted.v1",
                        "museum.atrium.registration.changed.v1",
                        "museum.atrium.registration.changed.v1",
                        "museum.atrium.registration.speakerDeclined.v1",
                        "museum.atrium.registration.speakerInvited.v1",
                        "museum.atrium.registration.speakerWithdrawn.v1"));
        eventually(() -> assertThat(types("atrium.contacts", who)).hasSize(2));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        List<JsonNode> told = registrationsOf(activity.get("id").stringValue()).stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
        assertThat(told).extracting(event -> event.get("role").stringValue()).containsOnly("SPEAKER");
        assertThat(told)
                .extracting(event -> event.get("status").stringValue())
                .containsExactly("PENDING", "CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED", "PENDING", "CANCELLED");
        assertThat(told.getFirst().get("pendingFor").stringValue()).isEqualTo("ACCEPTANCE");
        assertThat(told.get(5).get("linkVersion").intValue()).isEqualTo(2);
        assertThat(told.getLast().at("/occasions").toString())
                .isEqualTo(
                        "{\"changed\":3,\"speakerAccepted\":2,\"speakerDeclined\":5,\"speakerInvited\":6,\"speakerWithdrawn\":7}");
        assertThat(heard.stream().filter(record -> !record.topic().equals("atrium.contacts")))
                .noneMatch(record -> record.value().contains("Ana Speaker"));

        expect(202, api.organizer(HttpMethod.POST, speakers + "/" + who + "/erasure", null));
        eventually(() -> {
            poll();
            assertThat(ended)
                    .extracting(record -> record.topic() + " " + record.key())
                    .contains("atrium.registrations " + who, "atrium.contacts " + who);
        });
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> {
            // What was erased or deleted leaves records without a value.
            (record.value() == null ? ended : heard).add(record);
        });
    }

    private List<JsonNode> reminders(String session) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals("atrium.reminders")
                        && record.key().equals(session))
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
    }

    private List<String> types(String topic, String key) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(key))
                .map(AnnouncingTest::type)
                .toList();
    }

    private List<JsonNode> told(String topic, String key) {
        return heard.stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(key))
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
    }

    private List<ConsumerRecord<String, String>> registrationsOf(String activity) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals("atrium.registrations")
                        && record.value().contains(activity))
                .toList();
    }

    private static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    /** Whatever any test made the service tell is heard here, each time from the beginning: once is enough. */
    private static void assertKeepsItsContract(ConsumerRecord<String, String> record) {
        if (!LOOKED_AT.add(record.topic() + "-" + record.partition() + "@" + record.offset())) {
            return;
        }
        String contract = switch (record.topic()) {
            case "atrium.activities" -> "activity";
            case "atrium.registrations" -> "registration";
            case "atrium.contacts" -> "contact";
            case "atrium.networks" -> "network";
            default -> "reminder";
        };
        Contracts.event(contract).assertValid(record.value());
    }
}
