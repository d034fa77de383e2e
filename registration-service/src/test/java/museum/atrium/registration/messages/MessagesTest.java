package museum.atrium.registration.messages;

import static java.util.Objects.requireNonNull;
import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Organisers write to a part of an activity's audience: to exactly those whom the preview counted. */
@RegistrationTest
class MessagesTest {

    private static final Map<String, String> SUBJECT = Map.of("en", "What to bring", "fr", "À prévoir");
    private static final Map<String, String> TEXT =
            Map.of("en", "A box.\n\nPlans: https://museum.example.org/plans", "fr", "Une boîte.");

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    KafkaConnectionDetails kafka;

    private SentMessages sent;

    @BeforeEach
    void listen() {
        sent = new SentMessages(kafka);
    }

    @AfterEach
    void hangUp() {
        sent.close();
    }

    @Test
    void aMessageGoesToThoseWhomTheListShowsUnderTheSameCriteria() {
        Instant soon = clock.instant().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        JsonNode activity = api.publish(api.webinar("msg-audience", webinar -> {
            webinar.put("capacity", 5).put("waitlist", true);
            webinar.putArray("sessions").addPOJO(Api.session(soon)).addPOJO(Api.session(soon.plus(1, ChronoUnit.DAYS)));
        }));
        String first = activity.at("/sessions/0/id").stringValue();
        String second = activity.at("/sessions/1/id").stringValue();
        person("msg-audience", Map.of("email", "a@example.org", "name", "A", "country", "PT", "locale", "pt-BR"));
        person(
                "msg-audience",
                Map.of("email", "b@example.org", "name", "B", "country", "FR", "sessions", List.of(first)));
        person("msg-audience", Map.of("email", "c@example.org", "name", "C", "country", "PT", "locale", "pt"));
        person("msg-audience", Map.of("email", "d@example.org", "name", "D", "sessions", List.of(second)));
        person("msg-audience", Map.of("email", "e@example.org", "name", "E", "locale", "fr"));
        person("msg-audience", Map.of("email", "f@example.org", "name", "F", "country", "PT"));
        expect(
                200,
                api.organizer(
                        HttpMethod.DELETE,
                        "/registrations/" + listed("msg-audience", "q=e@ex").getFirst(),
                        null));
        person("msg-audience", Map.of("email", "g@example.org", "name", "G"));
        clock.letPass(Duration.ofMinutes(61));
        String came = listed("msg-audience", "q=b@ex").getFirst();
        expect(204, api.organizer(HttpMethod.PUT, "/sessions/" + first + "/attendance/" + came, null));

        assertSameAudience("status=CONFIRMED", Map.of());
        assertSameAudience("status=CONFIRMED,WAITLISTED", Map.of("statuses", List.of("WAITLISTED", "CONFIRMED")));
        assertSameAudience("status=CONFIRMED&country=PT", Map.of("countries", List.of("pt")));
        assertSameAudience("status=CONFIRMED&language=pt", Map.of("languages", List.of("PT")));
        assertSameAudience("status=CONFIRMED&language=pt-BR", Map.of("languages", List.of("pt-BR")));
        assertSameAudience("status=CONFIRMED&session=" + second, Map.of("sessions", List.of(second)));
        assertSameAudience("status=CONFIRMED&attended=true", Map.of("attended", true));
        assertSameAudience(
                "status=CONFIRMED&attended=false&country=PT", Map.of("attended", false, "countries", List.of("PT")));
        assertThat(sent.recipients(send("msg-audience", Map.of("countries", List.of("PT", "FR")))))
                .as("of one country or the other")
                .containsExactlyElementsOf(Stream.of("a", "b", "c", "f")
                        .map(name -> listed("msg-audience", "q=" + name + "@ex").getFirst())
                        .toList());
    }

    @Test
    void thePreviewTellsHowManyReadWhatAndStoresNothing() {
        String activity =
                api.publish(api.webinar("msg-preview", webinar -> {})).get("id").stringValue();
        person("msg-preview", Map.of("email", "a@example.org", "name", "A", "locale", "fr-CA"));
        person("msg-preview", Map.of("email", "b@example.org", "name", "B", "locale", "ja"));
        person("msg-preview", Map.of("email", "c@example.org", "name", "C", "locale", "ja"));

        Api.Answer preview = expect(200, post("msg-preview?dryRun=true", Map.of("subject", SUBJECT, "text", TEXT)));

        assertThat(preview.at("/recipients").intValue()).isEqualTo(3);
        assertThat(preview.at("/unreached").intValue()).isZero();
        assertThat(preview.at("/languages").valueStream().map(MessagesTest::reading))
                .containsExactly("ja 2 en: What to bring", "fr-CA 1 fr: À prévoir");
        assertThat(preview.at("/languages/0/text").stringValue()).isEqualTo(TEXT.get("en"));
        assertThat(stored("msg-preview")).isEmpty();
        throughout(
                Duration.ofMillis(600), () -> assertThat(sent.about(activity)).isEmpty());
        assertThat(expect(200, post("msg-preview?dryRun=true", body(Map.of("countries", List.of("SI")))))
                        .at("/recipients")
                        .intValue())
                .isZero();
    }

    @Test
    void whatWasSentCanBeReadAgain() {
        api.publish(api.webinar("msg-read", webinar -> {}));
        expect(202, api.signUp("msg-read", "a@example.org"));

        Api.Answer answer = expect(201, post("msg-read", body(Map.of("attended", false))));
        String location = requireNonNull(answer.headers().getFirst(HttpHeaders.LOCATION));
        clock.letPass(Duration.ofSeconds(1));
        String second = send("msg-read", Map.of());

        assertThat(location)
                .isEqualTo("/api/organizer/activities/msg-read/messages/"
                        + answer.at("/id").stringValue());
        assertThat(expect(200, api.organizer(HttpMethod.GET, location.replace("/api/organizer", ""), null))
                        .json())
                .isEqualTo(answer.json());
        assertThat(answer.at("/audience/attended").booleanValue()).isFalse();
        assertThat(stored("msg-read")).containsExactly(second, answer.at("/id").stringValue());
        Api.Answer page = expect(200, api.organizer(HttpMethod.GET, "/activities/msg-read/messages?limit=1", null));
        String next = page.at("/next").stringValue();
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/msg-read/messages?cursor=" + next, null))
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(answer.at("/id").stringValue());
        api.publish(api.webinar("msg-read-other", webinar -> {}));
        expect(404, api.organizer(HttpMethod.GET, "/activities/msg-read-other/messages/" + second, null));
    }

    @Test
    void aDoubleClickSendsOnce() {
        String activity =
                api.publish(api.webinar("msg-twice", webinar -> {})).get("id").stringValue();
        expect(202, api.signUp("msg-twice", "a@example.org"));

        List<CompletableFuture<Api.Answer>> clicks = IntStream.range(0, 5)
                .mapToObj(click -> CompletableFuture.supplyAsync(
                        () -> expect(201, post("msg-twice", body(Map.of()), "Idempotency-Key", "one-click"))))
                .toList();
        List<JsonNode> answers = clicks.stream()
                .map(CompletableFuture::join)
                .map(Api.Answer::json)
                .toList();

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(stored("msg-twice")).hasSize(1);
        sent.parts(answers.getFirst().get("id").stringValue());
        assertThat(sent.about(activity)).hasSize(1);
        assertThat(expect(422, post("msg-twice", body(Map.of("attended", false)), "Idempotency-Key", "one-click"))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("Idempotency-Key");
        expect(201, post("msg-twice", body(Map.of()), "Idempotency-Key", "another-click"));
        assertThat(stored("msg-twice")).hasSize(2);
    }

    @Test
    void whatIsSentIsWhatWasPreviewed() {
        api.publish(api.webinar("msg-counted", webinar -> {}));
        expect(202, api.signUp("msg-counted", "a@example.org"));
        expect(202, api.signUp("msg-counted", "b@example.org"));

        Api.Answer refused = expect(409, post("msg-counted", expecting(1)));

        assertThat(refused.at("/type").stringValue()).isEqualTo("urn:atrium:problem:other-recipients");
        assertThat(refused.at("/recipients").intValue()).isEqualTo(2);
        assertThat(stored("msg-counted")).isEmpty();
        assertThat(expect(201, post("msg-counted", expecting(2)))
                        .at("/recipients")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void whoIsAboutToCancelHasDoneSoBeforeTheMessageOrDoesSoAfterIt() {
        api.publish(api.webinar("msg-locked", webinar -> {}));
        expect(202, api.signUp("msg-locked", "stays@example.org"));
        expect(202, api.signUp("msg-locked", "leaves@example.org"));
        String stays = listed("msg-locked", "q=stays").getFirst();

        CompletableFuture<Api.Answer> sending = transactions.execute(transaction -> {
            database.sql("select id from activity where slug = 'msg-locked' for update")
                    .query(UUID.class)
                    .single();
            database.sql("update registration set status = 'CANCELLED' where email = 'leaves@example.org'")
                    .update();
            CompletableFuture<Api.Answer> waiting =
                    CompletableFuture.supplyAsync(() -> post("msg-locked", body(Map.of())));
            throughout(Duration.ofMillis(500), () -> assertThat(waiting).isNotDone());
            return waiting;
        });

        Api.Answer answer = expect(201, sending.join());
        assertThat(answer.at("/recipients").intValue()).isEqualTo(1);
        assertThat(sent.recipients(answer.at("/id").stringValue())).containsExactly(stays);
    }

    @Test
    void nobodyIsCountedTwiceOrMissedWhilePeopleSignUp() {
        api.publish(api.webinar("msg-rush", webinar -> {}));
        expect(202, api.signUp("msg-rush", "first@example.org"));
        List<CompletableFuture<Api.Answer>> people = IntStream.range(0, 40)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> expect(202, api.signUp("msg-rush", "rush" + number + "@example.org"))))
                .toList();
        Set<String> before = Set.copyOf(listed("msg-rush", "limit=500"));

        Api.Answer answer = expect(201, post("msg-rush", body(Map.of())));

        Set<String> after = Set.copyOf(listed("msg-rush", "limit=500"));
        List<String> recipients = sent.recipients(answer.at("/id").stringValue());
        assertThat(recipients).hasSize(answer.at("/recipients").intValue()).doesNotHaveDuplicates();
        assertThat(recipients).containsAll(before);
        assertThat(after).containsAll(recipients);
        people.forEach(CompletableFuture::join);
    }

    @Test
    void manyAreAddressedInPartsThatEachSayEverything() {
        api.publish(api.webinar("msg-many", webinar -> {}));
        StringBuilder file = new StringBuilder("email,name\n");
        IntStream.range(0, 1_001).forEach(i -> file.append("many").append(i).append("@example.org,Ana Example\n"));
        expect(200, api.upload("/api/organizer/activities/msg-many/registrations/import", file.toString(), "text/csv"));

        String message = send("msg-many", Map.of());

        List<JsonNode> parts = sent.parts(message);
        assertThat(parts).extracting(part -> part.get("registrations").size()).containsExactly(500, 500, 1);
        assertThat(sent.recipients(message)).hasSize(1_001).doesNotHaveDuplicates();
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.at("/recipients").intValue()).isEqualTo(1_001);
            assertThat(part.at("/text/en").stringValue()).isEqualTo(TEXT.get("en"));
            assertThat(part.at("/subject/fr").stringValue()).isEqualTo(SUBJECT.get("fr"));
        });
    }

    @Test
    void anAddressThatNobodyConfirmedGetsNothing() {
        api.publish(api.webinar(
                "msg-unproved", webinar -> webinar.put("doubleOptIn", true).put("approval", true)));
        expect(202, api.signUp("msg-unproved", "unproved@example.org"));
        expect(202, api.signUp("msg-unproved", "asks@example.org"));
        String token = api.manageToken("msg-unproved", "asks@example.org");
        expect(200, api.post("/api/registrations/" + token + "/confirmation", null));
        assertThat(listed("msg-unproved", "status=PENDING")).hasSize(2);

        String message = send("msg-unproved", Map.of("statuses", List.of("PENDING")));

        assertThat(sent.recipients(message)).isEqualTo(listed("msg-unproved", "q=asks"));
    }

    @Test
    void anOrganiserMayWriteAboutACancelledActivityButNotToNobody() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("msg-draft", webinar -> {})));
        assertThat(expect(409, post("msg-draft", body(Map.of()))).at("/type").stringValue())
                .isEqualTo("urn:atrium:problem:not-published");
        expect(409, post("msg-draft?dryRun=true", body(Map.of())));
        api.publish(api.webinar("msg-cancelled", webinar -> {}));
        assertThat(expect(409, post("msg-cancelled", body(Map.of())))
                        .at("/type")
                        .stringValue())
                .isEqualTo("urn:atrium:problem:nobody-addressed");
        expect(202, api.signUp("msg-cancelled", "a@example.org"));
        expect(
                200,
                api.organizer(HttpMethod.POST, "/activities/msg-cancelled/cancellation", Map.of("reason", "Storm")));

        assertThat(sent.recipients(send("msg-cancelled", Map.of()))).hasSize(1);
    }

    @Test
    void nobodyElseWrites() {
        expect(401, api.post("/api/organizer/activities/any/messages", body(Map.of())));
        expect(401, api.get("/api/organizer/activities/any/messages"));
        expect(404, post("no-such-activity", body(Map.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "subject        | {'text': {'en': 'Hello'}}",
                "subject.en     | {'subject': {'en': 'Two\\nlines'}, 'text': {'en': 'Hello'}}",
                "subject.en     | {'subject': {'en': ' '}, 'text': {'en': 'Hello'}}",
                "subject.en     | {'subject': {'en': 'To <b>all</b>'}, 'text': {'en': 'Hello'}}",
                "subject.qq_x   | {'subject': {'qq_x': 'Hello'}, 'text': {'qq_x': 'Hello'}}",
                "text           | {'subject': {'en': 'Hello'}, 'text': {}}",
                "text.en        | {'subject': {'en': 'Hello'}, 'text': {'en': null}}",
                "text.en        | {'subject': {'en': 'Hello'}, 'text': {'en': 'See <a href=x>this</a>'}}",
                "text.en        | {'subject': {'en': 'Hello'}, 'text': {'en': 'Turned \\u202e round'}}",
                "text           | {'subject': {'en': 'Hello'}, 'text': {'fr': 'Bonjour'}}",
                "recipients     | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'recipients': 0}",
                "audience.statuses[0] | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'audience': {'statuses': ['CANCELLED']}}",
                "audience.statuses | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'audience': {'statuses': []}}",
                "audience.sessions[0] | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'audience': {'sessions': ['0199b1c0-0000-7000-8000-0000000000a1']}}",
                "audience.languages[1] | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'audience': {'languages': ['en', null]}}",
                "audience.countries[0] | {'subject': {'en': 'Hello'}, 'text': {'en': 'Hello'}, 'audience': {'countries': ['PRT']}}"
            })
    void whatCannotBeSentIsRefusedWithTheNameOfTheField(String field, String body) {
        published("msg-refusing");
        String json = body.replace('\'', '"');

        assertThat(expect(422, post("msg-refusing", json)).at("/errors/0/field").stringValue())
                .isEqualTo(field);
        expect(422, post("msg-refusing?dryRun=true", json));
        assertThat(stored("msg-refusing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"dryrun=true", "dryRun=perhaps", "dryRun=true&dryRun=false"})
    void aPreviewThatIsAskedForInOtherWordsDoesNotSend(String query) {
        published("msg-misspelt");

        assertThat(post("msg-misspelt?" + query, body(Map.of())).status()).isEqualTo(400);
        assertThat(stored("msg-misspelt")).isEmpty();
    }

    private void published(String slug) {
        if (api.organizer(HttpMethod.GET, "/activities/" + slug, null).status() == 404) {
            api.publish(api.webinar(slug, webinar -> {}));
            expect(202, api.signUp(slug, "a@example.org"));
        }
    }

    private void assertSameAudience(String query, Map<String, Object> audience) {
        List<String> listed = listed("msg-audience", query);
        assertThat(listed).as(query).isNotEmpty();
        int previewed = expect(200, post("msg-audience?dryRun=true", body(audience)))
                .at("/recipients")
                .intValue();
        assertThat(previewed).as(query).isEqualTo(listed.size());
        assertThat(sent.recipients(send("msg-audience", audience))).as(query).isEqualTo(listed);
    }

    private void person(String slug, Map<String, Object> person) {
        expect(202, api.post("/api/activities/" + slug + "/registrations", person));
    }

    /** @return its id */
    private String send(String slug, Map<String, Object> audience) {
        return expect(201, post(slug, body(audience))).at("/id").stringValue();
    }

    private Api.Answer post(String slugAndQuery, Object body, String... headers) {
        int query = slugAndQuery.indexOf('?');
        String path = query < 0
                ? slugAndQuery + "/messages"
                : slugAndQuery.substring(0, query) + "/messages" + slugAndQuery.substring(query);
        String credentials = Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes());
        String[] all = Stream.concat(Stream.of(HttpHeaders.AUTHORIZATION, "Basic " + credentials), Stream.of(headers))
                .toArray(String[]::new);
        return api.call(HttpMethod.POST, "/api/organizer/activities/" + path, body, all);
    }

    private static Map<String, Object> body(Map<String, Object> audience) {
        return Map.of("subject", SUBJECT, "text", TEXT, "audience", audience);
    }

    private static Map<String, Object> expecting(int recipients) {
        return Map.of("subject", SUBJECT, "text", TEXT, "recipients", recipients);
    }

    /** The ids of the registrations that organisers see. */
    private List<String> listed(String slug, String query) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/registrations?" + query, null))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").stringValue())
                .toList();
    }

    private List<String> stored(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/messages", null))
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").stringValue())
                .toList();
    }

    private static String reading(JsonNode reading) {
        return "%s %d %s: %s"
                .formatted(
                        reading.get("language").stringValue(),
                        reading.get("recipients").intValue(),
                        reading.get("textLanguage").stringValue(),
                        reading.get("subject").stringValue());
    }
}
