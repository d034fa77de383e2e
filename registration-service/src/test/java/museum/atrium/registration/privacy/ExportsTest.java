package museum.atrium.registration.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.Telling;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.EventContract;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person is shown what all services hold of them, here and elsewhere. */
@RegistrationTest
class ExportsTest {

    private static final String ENDED = "museum.atrium.export.ended.v1";

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void everythingOfAPersonIsShownOnceEachServiceHasAnswered() {
        Everywhere.known(api, "shown-whole", "shown@exported.example.org");
        expect(202, api.signUp("shown-whole", "other@exported.example.org"));

        String export = ask(Map.of("email", "SHOWN@Exported.Example.org"));

        JsonNode waiting = report(export);
        assertThat(waiting.at("/subject").stringValue()).isEqualTo("PERSON");
        assertThat(waiting.at("/account").stringValue()).isEqualTo("organizer");
        assertThat(waiting.at("/registrations").intValue())
                .as("a registration, a subscription, an invitation to speak")
                .isEqualTo(3);
        assertThat(waiting.at("/status").stringValue()).isEqualTo("WAITING");
        assertThat(waiting.at("/data").isNull()).as("nothing that is not whole").isTrue();
        List<JsonNode> asked = asked(export, 3);
        asked.forEach(one -> answer("recording", one));
        asked.subList(1, 3).forEach(one -> answer("notification", one));
        eventually(() -> assertThat(statusOf(export, "recording-service")).isEqualTo("DONE"));
        assertThat(report(export).at("/status").stringValue()).isEqualTo("WAITING");
        answer("notification", asked.getFirst());
        eventually(() -> assertThat(report(export).at("/status").stringValue()).isEqualTo("DONE"));

        Api.Answer told = expect(200, api.organizer(HttpMethod.GET, "/exports/" + export, null));
        assertThat(told.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(told.at("/data/registrations")
                        .valueStream()
                        .map(one -> one.at("/held/activity/slug").stringValue() + " "
                                + one.at("/held/person/email").stringValue()))
                .containsExactlyInAnyOrder(
                        "shown-whole shown@exported.example.org", "shown-whole-series shown@exported.example.org");
        assertThat(told.at("/data/invitations")).hasSize(1);
        assertThat(told.at("/data/invitations/0/held/name").stringValue()).isEqualTo("Ana Speaker");
        assertThat(told.at("/data/codes")).hasSize(1);
        assertThat(told.at("/data/codes/0/activity").stringValue()).isEqualTo("shown-whole");
        assertThat(Stream.concat(
                        told.at("/data/registrations").valueStream(),
                        told.at("/data/invitations").valueStream()))
                .allSatisfy(one -> {
                    assertThat(one.at("/elsewhere/0/service").stringValue()).isEqualTo("notification-service");
                    assertThat(one.at("/elsewhere/0/held")).isEqualTo(held("notification"));
                    assertThat(one.at("/elsewhere/1/service").stringValue()).isEqualTo("recording-service");
                    assertThat(one.at("/elsewhere/1/held")).isEqualTo(held("recording"));
                    assertThat(one.at("/elsewhere/1/answeredAt").stringValue()).isEqualTo("2027-03-02T09:00:02Z");
                });
        assertThat(told.body()).doesNotContain("other@exported");
        assertThat(new Traced(database).tablesWith("shown@exported"))
                .as("the export keeps ids")
                .noneMatch(table -> table.startsWith("export"));
    }

    @Test
    void aListSaysHowFarTheyAreAndNothingOfWhatIsHeld() {
        api.publish(api.webinar("listed-exports", webinar -> {}));
        expect(202, api.signUp("listed-exports", "listed@exported.example.org"));
        String first = ask(Map.of("email", "listed@exported.example.org"));
        asked(first, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(report(first).at("/status").stringValue()).isEqualTo("DONE"));
        String second = ask(Map.of("email", "nobody@exported.example.org"));

        Api.Answer page = expect(200, api.organizer(HttpMethod.GET, "/exports?limit=1", null));
        String next = page.at("/next").stringValue();
        Api.Answer rest = expect(200, api.organizer(HttpMethod.GET, "/exports?limit=100&cursor=" + next, null));

        assertThat(page.at("/items/0/id").stringValue()).isEqualTo(second);
        assertThat(page.at("/items/0/status").stringValue())
                .as("nobody has to be asked")
                .isEqualTo("DONE");
        assertThat(rest.at("/items/0/id").stringValue()).isEqualTo(first);
        assertThat(rest.at("/items").valueStream())
                .allMatch(item -> item.at("/data").isNull());
        JsonNode empty = report(second).at("/data");
        assertThat(empty.toString()).isEqualTo("{\"registrations\":[],\"invitations\":[],\"codes\":[]}");
    }

    @Test
    void whatIsAskedLastCountsAndAnswersWhatWasAskedBefore() {
        api.publish(api.webinar("exported-twice", webinar -> {}));
        expect(202, api.signUp("exported-twice", "twice@exported.example.org"));
        String first = ask(Map.of("email", "twice@exported.example.org"));
        String second = ask(Map.of("email", "twice@exported.example.org"));
        JsonNode askedFirst = asked(first, 1).getFirst();
        JsonNode askedSecond = asked(second, 1).getFirst();
        assertThat(askedSecond.at("/revision").longValue())
                .isGreaterThan(askedFirst.at("/revision").longValue());

        answer("notification", askedSecond, held -> held.put("olderMails", 7));
        answer("notification", askedFirst, held -> held.put("olderMails", 4));
        answer("recording", askedSecond, held -> {});

        for (String export : List.of(first, second)) {
            eventually(
                    () -> assertThat(report(export).at("/status").stringValue()).isEqualTo("DONE"));
            assertThat(report(export)
                            .at("/data/registrations/0/elsewhere/0/held/olderMails")
                            .intValue())
                    .isEqualTo(7);
        }
    }

    @Test
    void anErasureTakesTheAnswersWithItAndThoseThatComeLate() {
        api.publish(api.webinar("exported-erased", webinar -> {}));
        api.publish(api.webinar("exported-stays", webinar -> {}));
        expect(202, api.signUp("exported-erased", "erased@exported.example.org"));
        expect(202, api.signUp("exported-stays", "erased@exported.example.org"));
        String gone = registration("exported-erased");
        String stays = registration("exported-stays");
        String export = ask(Map.of("email", "erased@exported.example.org"));
        JsonNode askedOfGone = asked(export, 2, gone);
        JsonNode askedOfStays = asked(export, 2, stays);
        answer("notification", askedOfGone);
        eventually(() -> assertThat(answersOf(gone)).isEqualTo(1));

        expect(202, api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", gone)));

        assertThat(answersOf(gone)).isZero();
        assertThat(report(export).at("/registrations").intValue()).isEqualTo(1);
        eventually(() -> assertThat(lastTypeOf(gone)).isEqualTo(ENDED));
        answer("recording", askedOfGone);
        answerBoth(askedOfStays);
        eventually(() -> assertThat(report(export).at("/status").stringValue())
                .as("it was read behind the late one")
                .isEqualTo("DONE"));
        assertThat(answersOf(gone)).isZero();
        assertThat(report(export).at("/data/registrations/0/id").stringValue()).isEqualTo(stays);
        assertThat(report(export).at("/data/registrations")).hasSize(1);
        assertThat(lastTypeOf(stays)).isEqualTo("museum.atrium.export.asked.v1");
    }

    @Test
    void anInvitationToSpeakIsExportedByItsIdAndForgottenWithItsSpeaker() {
        api.publish(api.webinar("exported-speaker", webinar -> {}));
        String id = expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                "/activities/exported-speaker/speakers",
                                Map.of("name", "Ana Speaker", "email", "speaker@exported.example.org")))
                .at("/id")
                .stringValue();
        String export = ask(Map.of("registration", id));
        asked(export, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(
                        report(export).at("/data/invitations/0/held/email").stringValue())
                .isEqualTo("speaker@exported.example.org"));
        assertThat(report(export).at("/subject").stringValue()).isEqualTo("REGISTRATION");

        expect(202, api.organizer(HttpMethod.POST, "/activities/exported-speaker/speakers/" + id + "/erasure", null));

        assertThat(answersOf(id)).isZero();
        assertThat(report(export).at("/data/invitations")).isEmpty();
        eventually(() -> assertThat(lastTypeOf(id)).isEqualTo(ENDED));
    }

    /** Else it would wait for ever, because nobody answers for who is erased. */
    @Test
    void whoIsErasedAtThatMomentIsNotWaitedFor() throws Exception {
        api.publish(api.webinar("exported-at-once", webinar -> {}));
        for (int round = 0; round < 10; round++) {
            expect(202, api.signUp("exported-at-once", "at-once-" + round + "@exported.example.org"));
            String id = registration("exported-at-once");

            atOnce(
                    () -> api.organizer(HttpMethod.POST, "/exports", Map.of("registration", id)),
                    () -> api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", id)));

            assertThat(database.sql("select count(*) from exported_registration where registration_id = :id::uuid")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whoHasTheLinkOfARegistrationIsShownThatOneAlone() {
        api.publish(api.webinar("own-export", webinar -> {}));
        expect(202, api.signUp("own-export", "own@exported.example.org"));
        expect(202, api.signUp("own-export", "stranger@exported.example.org"));
        String own = "/api/registrations/" + api.manageToken("own-export", "own@exported.example.org") + "/exports";
        String stranger =
                "/api/registrations/" + api.manageToken("own-export", "stranger@exported.example.org") + "/exports";

        String export = expect(202, api.post(own, null)).at("/id").stringValue();

        assertThat(expect(202, api.post(own, null)).at("/id").stringValue())
                .as("asked a moment ago")
                .isEqualTo(export);
        assertThat(expect(200, api.get(own + "/" + export)).at("/status").stringValue())
                .isEqualTo("WAITING");
        asked(export, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(
                        expect(200, api.get(own + "/" + export)).at("/status").stringValue())
                .isEqualTo("DONE"));
        Api.Answer told = expect(200, api.get(own + "/" + export));
        assertThat(told.at("/account").isNull()).isTrue();
        assertThat(told.at("/data/registrations/0/held/person/email").stringValue())
                .isEqualTo("own@exported.example.org");
        assertThat(told.at("/data/registrations/0/elsewhere")).hasSize(2);
        expect(404, api.get(stranger + "/" + export));
        expect(404, api.get("/api/registrations/nonsense/exports/" + export));
        expect(404, api.post("/api/registrations/nonsense/exports", null));
        String byOrganiser = ask(Map.of("email", "own@exported.example.org"));
        expect(404, api.get(own + "/" + byOrganiser));
    }

    @Test
    void whoReadsWhatIsHeldIsNotedAndWhoWaitsIsNot() {
        api.publish(api.webinar("noted-export", webinar -> {}));
        expect(202, api.signUp("noted-export", "noted@exported.example.org"));
        String export = ask(Map.of("email", "noted@exported.example.org"));
        report(export);
        JsonNode asked = asked(export, 1).getFirst();
        assertThat(notedOf(export)).containsExactly("export.asked {\"codes\":0,\"registrations\":1}");

        answerBoth(asked);
        eventually(() -> assertThat(statusOf(export)).isEqualTo("DONE"));
        report(export);

        assertThat(notedOf(export))
                .containsExactly("export.asked {\"codes\":0,\"registrations\":1}", "export.read {\"registrations\":1}");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(expect(
                                422,
                                api.organizer(
                                        HttpMethod.POST,
                                        "/exports",
                                        Map.of("registration", UUID.randomUUID().toString())))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("registration");
        expect(404, api.organizer(HttpMethod.GET, "/exports/" + UUID.randomUUID(), null));
        expect(400, api.organizer(HttpMethod.GET, "/exports?status=DONE", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": \"\"}",
                "{\"email\": \"nobody\"}",
                "{\"email\": \"a@example.org\", \"registration\": \"0199b1c0-0000-7000-8000-0000000000b1\"}"
            })
    void whatNamesNobodyOrTwoIsRefused(String request) {
        assertThat(expect(422, api.organizer(HttpMethod.POST, "/exports", request))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("email");
    }

    /** The newest of this activity. */
    private String registration(String slug) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug order by r.registered_at desc limit 1
                """).param("slug", slug).query(UUID.class).single().toString();
    }

    private String ask(Map<String, String> request) {
        return expect(202, api.organizer(HttpMethod.POST, "/exports", request))
                .at("/id")
                .stringValue();
    }

    private JsonNode report(String export) {
        return expect(200, api.organizer(HttpMethod.GET, "/exports/" + export, null))
                .at("");
    }

    private String statusOf(String export, String service) {
        return report(export)
                .at("/services")
                .valueStream()
                .filter(one -> one.at("/service").stringValue().equals(service))
                .map(one -> one.at("/status").stringValue())
                .findFirst()
                .orElseThrow();
    }

    /** By the list, which nobody reads anything in. */
    private String statusOf(String export) {
        return expect(200, api.organizer(HttpMethod.GET, "/exports?limit=100", null))
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").stringValue().equals(export))
                .map(item -> item.at("/status").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private List<String> notedOf(String export) {
        return database.sql("""
                select action || ' ' || changes::text from audit_entry where target_id = :id::uuid order by at
                """)
                .param("id", export)
                .query((row, number) -> row.getString(1).replace(" ", "").replaceFirst("\\{", " {"))
                .list();
    }

    private long answersOf(String registration) {
        return database.sql("select count(*) from export_answer where registration_id = :id::uuid")
                .param("id", registration)
                .query(Long.class)
                .single();
    }

    /** What the other services were asked for this export; the keys are the registrations. */
    private List<JsonNode> asked(String export, int registrations) {
        List<JsonNode> asked = new ArrayList<>();
        listen(records -> {
            records.stream()
                    .filter(record -> record.value() != null)
                    .map(ExportsTest::read)
                    .filter(event -> event.at("/export").stringValue().equals(export))
                    .forEach(asked::add);
            assertThat(asked).hasSize(registrations);
        });
        return asked;
    }

    private JsonNode asked(String export, int registrations, String registration) {
        return asked(export, registrations).stream()
                .filter(one -> one.at("/registration").stringValue().equals(registration))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(ConsumerRecord<String, String> record) {
        Contracts.event("export").assertValid(type(record), record.value());
        JsonNode event = JsonMapper.shared().readTree(record.value());
        assertThat(record.key()).isEqualTo(event.at("/registration").stringValue());
        return event;
    }

    private String lastTypeOf(String registration) {
        List<String> types = new ArrayList<>();
        listen(records -> {
            records.stream()
                    .filter(record -> record.key().equals(registration))
                    .map(ExportsTest::type)
                    .forEach(types::add);
            assertThat(types).isNotEmpty();
        });
        return types.getLast();
    }

    private void listen(Consumer<List<ConsumerRecord<String, String>>> to) {
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, "atrium.exports")) {
            eventually(() -> {
                List<ConsumerRecord<String, String>> records = new ArrayList<>();
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                to.accept(records);
            });
        }
    }

    private static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    }

    private static JsonNode held(String service) {
        return JsonMapper.shared().readTree(contract(service).example()).at("/held");
    }

    private static EventContract contract(String service) {
        return Contracts.event(service.equals("recording") ? "exportInRecording" : "exportInNotification");
    }

    private void answerBoth(JsonNode asked) {
        answer("notification", asked);
        answer("recording", asked);
    }

    private void answer(String service, JsonNode asked) {
        answer(service, asked, held -> {});
    }

    private void answer(String service, JsonNode asked, Consumer<ObjectNode> held) {
        String key = asked.at("/registration").stringValue();
        String payload = contract(service).exampleWith(answer -> {
            answer.put("registration", key).set("export", asked.at("/export"));
            held.accept((ObjectNode) answer.get("held"));
        });
        Telling.as(service, kafka).tell("atrium.exports." + service, key, "museum.atrium.export.answered.v1", payload);
    }

    private static void atOnce(Runnable... calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<? extends Future<?>> called =
                    Stream.of(calls).map(threads::submit).toList();
            for (Future<?> one : called) {
                one.get();
            }
        }
    }
}
