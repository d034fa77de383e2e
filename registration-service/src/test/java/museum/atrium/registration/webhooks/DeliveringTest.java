package museum.atrium.registration.webhooks;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationsErased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What happens is told to real receivers, whatever they and this service go through. */
@RegistrationTest
class DeliveringTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Delivering delivering;

    @Autowired
    DeliveryQueue queue;

    @Autowired
    Posting posting;

    @Autowired
    Marking marking;

    @Autowired
    Forgetting forgetting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final Receiver receiver = Receiver.start();

    @AfterEach
    void noWebhookHearsOfOtherTests() {
        database.sql("delete from webhook").update();
        receiver.close();
        if (!delivering.isRunning()) {
            delivering.start();
        }
    }

    @Test
    void whatHappensIsToldSignedAndWithNothingOfAnybodys() {
        Webhook webhook = webhook(receiver);
        String slug = "hooked-" + UUID.randomUUID();

        JsonNode activity = api.publish(api.webinar(slug, w -> {}));
        expect(202, api.signUp(slug, "ana@example.org"));
        expect(200, api.organizer(HttpMethod.POST, "/activities/" + slug + "/cancellation", null));

        eventually(() -> assertThat(receiver.types())
                .containsExactlyInAnyOrder("activity.published", "registration.confirmed", "activity.cancelled"));
        assertThat(receiver.received()).allSatisfy(request -> {
            assertThat(request.isSignedWith(webhook.secret())).isTrue();
            assertThat(request.isSignedWith("whsec_AAAA")).isFalse();
            assertThat(request.contentType()).startsWith("application/json");
            assertThat(Long.parseLong(request.timestamp()))
                    .isCloseTo(clock.instant().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
            assertThat(request.body()).doesNotContain("ana@example.org", "Ana", "live.example.org");
            assertThat(Instant.parse(request.json().at("/timestamp").stringValue()))
                    .isBefore(clock.instant());
        });
        JsonNode published = of("activity.published").json().at("/data");
        assertThat(published.at("/slug").stringValue()).isEqualTo(slug);
        assertThat(published.at("/sessions/0/id")).isEqualTo(activity.at("/sessions/0/id"));
        JsonNode confirmed = of("registration.confirmed").json().at("/data");
        assertThat(confirmed.at("/activity")).isEqualTo(activity.at("/id"));
        assertThat(confirmed.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(of("activity.cancelled").json().at("/data/revision").longValue())
                .isGreaterThan(published.at("/revision").longValue());
    }

    @Test
    void aWebhookIsToldWhatItWantsAlone() {
        webhook(receiver, "registration.cancelled");
        String slug = "choosy-" + UUID.randomUUID();
        api.publish(api.webinar(slug, w -> {}));
        expect(202, api.signUp(slug, "ana@example.org"));

        expect(
                204,
                api.call(HttpMethod.DELETE, "/api/registrations/" + api.manageToken(slug, "ana@example.org"), null));

        eventually(() -> assertThat(receiver.types()).containsExactly("registration.cancelled"));
        assertThat(told()).as("nothing is kept that nobody wants").isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        webhook(receiver);

        transaction.executeWithoutResult(status -> {
            events.publishEvent(new RegistrationsErased(List.of(new RegistrationId(UUID.randomUUID()))));
            assertThat(told()).as("within it").isEqualTo(1);
            status.setRollbackOnly();
        });

        assertThat(told()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500})
    void whatIsNotTakenIsToldAgainWithTheSameId(int status) {
        try (Receiver elsewhere = Receiver.start()) {
            receiver.answers(Receiver.with(status, "Location", elsewhere.url().toString()));
            Webhook webhook = webhook(receiver);
            webhook.test();
            eventually(() -> assertThat(webhook.delivery().statusCode()).isEqualTo(status));
            assertThat(webhook.delivery().status()).isEqualTo("PENDING");
            assertThat(webhook.delivery().nextIn()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
            assertThat(webhook.see().at("/failingSince").isNull()).isFalse();

            receiver.answers(Receiver.with(200));
            clock.letPass(Duration.ofSeconds(6));

            eventually(() -> assertThat(webhook.delivery().status()).isEqualTo("DELIVERED"));
            assertThat(webhook.delivery().attempts()).isEqualTo(2);
            assertThat(receiver.received()).hasSize(2);
            assertThat(receiver.received().get(0).id())
                    .isEqualTo(receiver.received().get(1).id());
            assertThat(receiver.received().get(0).body())
                    .isEqualTo(receiver.received().get(1).body());
            assertThat(receiver.received()).allMatch(request -> request.isSignedWith(webhook.secret()));
            assertThat(webhook.see().at("/failingSince").isNull()).isTrue();
            assertThat(elsewhere.received()).as("redirects are not followed").isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"3600, PT1H", "99999999, PT24H"})
    void aReceiverSaysWhenItWantsToBeAskedAgain(String retryAfter, Duration wait) {
        receiver.answers(Receiver.with(503, "Retry-After", retryAfter));
        Webhook webhook = webhook(receiver);

        webhook.test();

        eventually(() -> assertThat(webhook.delivery().statusCode()).isEqualTo(503));
        assertThat(webhook.delivery().nextIn())
                .isBetween(wait.minusMinutes(1), wait.multipliedBy(11).dividedBy(10));
    }

    @Test
    void whatFailsToTheEndIsSeenAndCanBeToldAgain() {
        receiver.answers(Receiver.with(500));
        Webhook webhook = webhook(receiver);
        webhook.test();
        eventually(() -> assertThat(webhook.delivery().statusCode()).isEqualTo(500));
        database.sql("update webhook_delivery set attempts = 7, next_attempt_at = now() - interval '1 hour'")
                .update();

        eventually(() -> assertThat(webhook.delivery().status()).isEqualTo("FAILED"));
        assertThat(webhook.delivery().attempts()).isEqualTo(8);
        assertThat(webhook.deliveries("?status=FAILED").size()).isEqualTo(1);
        assertThat(webhook.deliveries("?status=DELIVERED,PENDING").size()).isZero();

        receiver.answers(Receiver.with(200));
        expect(202, webhook.post("/deliveries/" + webhook.delivery().id() + "/replay", null));
        eventually(() -> assertThat(webhook.delivery().status()).isEqualTo("DELIVERED"));
        assertThat(receiver.received().stream().map(Receiver.Request::id).distinct())
                .hasSize(1);
    }

    @Test
    void nobodyListeningIsTriedAgainToo() {
        receiver.close();
        Webhook webhook = webhook(receiver);

        webhook.test();

        eventually(() -> assertThat(webhook.deliveries("").at("/0/error").stringValue())
                .isEqualTo("no connection, or none that held"));
        assertThat(webhook.delivery().status()).isEqualTo("PENDING");
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        receiver.answers(Receiver.with(410));
        Webhook webhook = webhook(receiver);

        webhook.test();

        eventually(() -> assertThat(webhook.see().at("/enabled").booleanValue()).isFalse());
        assertThat(webhook.see().at("/disabledReason").stringValue()).contains("410");
        assertThat(webhook.delivery().status()).isEqualTo("FAILED");
        expect(409, webhook.post("/test", null));
        api.publish(api.webinar("after-gone-" + UUID.randomUUID(), w -> {}));
        throughout(Duration.ofSeconds(2), () -> assertThat(receiver.received()).hasSize(1));
    }

    @Test
    void whoFailsForFiveDaysIsDisabledAndAfterThatToldWhatItMissed() {
        receiver.answers(Receiver.with(500));
        Webhook webhook = webhook(receiver);
        webhook.test();
        eventually(() -> assertThat(webhook.see().at("/failingSince").isNull()).isFalse());
        database.sql("update webhook set failing_since = failing_since - interval '121 hours'")
                .update();
        clock.letPass(Duration.ofSeconds(6));
        eventually(() ->
                assertThat(webhook.see().at("/disabledReason").stringValue()).contains("five days"));
        Instant since = clock.instant();
        String slug = "missed-" + UUID.randomUUID();
        api.publish(api.webinar(slug, w -> {}));
        assertThat(webhook.deliveries("").size())
                .as("none while it is disabled")
                .isEqualTo(1);

        receiver.answers(Receiver.with(200));
        expect(200, api.organizer(HttpMethod.PATCH, webhook.path(), Map.of("enabled", true)));
        assertThat(expect(202, webhook.post("/replay", Map.of("since", since.toString())))
                        .at("/deliveries")
                        .intValue())
                .isEqualTo(1);

        eventually(() -> assertThat(
                        of("activity.published").json().at("/data/slug").stringValue())
                .isEqualTo(slug));
    }

    @Test
    void afterAReplayTheReceiverGetsTheSameIdsAgain() {
        // Sessions of other tests, which are over once the clock has moved, would be told too.
        Webhook webhook = webhook(receiver, "activity.published");
        Instant since = clock.instant();
        api.publish(api.webinar("replayed-" + UUID.randomUUID(), w -> {}));
        webhook.test();
        eventually(() -> assertThat(receiver.received()).hasSize(2));
        eventually(
                () -> assertThat(webhook.deliveries("?status=DELIVERED").size()).isEqualTo(2));

        assertThat(expect(202, webhook.post("/replay", Map.of("since", since.toString())))
                        .at("/deliveries")
                        .intValue())
                .as("tests are not repeated")
                .isEqualTo(1);

        eventually(() -> assertThat(receiver.types())
                .containsExactlyInAnyOrder("activity.published", "webhook.test", "activity.published"));
        assertThat(receiver.received().stream().map(Receiver.Request::id).distinct())
                .hasSize(2);
    }

    @Test
    void aNewSecretSignsAtOnceAndTheFormerForADayMore() {
        // A day later other tests' sessions are over, and would be told.
        Webhook webhook = webhook(receiver, "activity.cancelled");
        String second = webhook.rotate();
        String third = webhook.rotate();

        webhook.test();
        eventually(() -> assertThat(receiver.received()).hasSize(1));
        assertThat(List.of(webhook.secret(), second, third))
                .allMatch(receiver.received().getFirst()::isSignedWith);

        clock.letPass(Duration.ofHours(25));
        webhook.test();
        eventually(() -> assertThat(receiver.received()).hasSize(2));
        assertThat(receiver.received().getLast().isSignedWith(third)).isTrue();
        assertThat(receiver.received().getLast().isSignedWith(second)).isFalse();
        assertThat(receiver.received().getLast().isSignedWith(webhook.secret())).isFalse();
    }

    @Test
    void aSlowReceiverHoldsUpNobodyButItself() {
        CountDownLatch end = new CountDownLatch(1);
        receiver.answers(exchange -> {
            end.await();
            exchange.sendResponseHeaders(204, -1);
        });
        Webhook slow = webhook(receiver);
        try (Receiver quick = Receiver.start()) {
            for (int i = 0; i < 10; i++) {
                slow.test();
            }
            eventually(() -> assertThat(receiver.received()).hasSize(DeliveryQueue.MOST_AT_ONCE));

            Webhook other = webhook(quick);
            other.test();

            eventually(Duration.ofSeconds(3), () -> assertThat(quick.received()).hasSize(1));
            throughout(
                    Duration.ofSeconds(1), () -> assertThat(receiver.received()).hasSize(DeliveryQueue.MOST_AT_ONCE));
            end.countDown();
            eventually(() ->
                    assertThat(slow.deliveries("?status=DELIVERED").size()).isEqualTo(10));
            assertThat(receiver.received()).hasSize(10);
        } finally {
            end.countDown();
        }
    }

    @Test
    void whoDiesBetweenTheAnswerAndItsMarkIsTakenOverFromWithTheSameId() {
        delivering.stop();
        Webhook webhook = webhook(receiver);
        webhook.test();
        List<Claimed> claimed = queue.claim();
        assertThat(claimed).hasSize(1);
        assertThat(posting.post(claimed.getFirst())).isEqualTo(new Outcome.Answered(204, null));
        assertThat(queue.claim()).as("nobody else is at it meanwhile").isEmpty();

        database.sql("update webhook_delivery set claimed_until = now() - interval '1 second'")
                .update();
        delivering.start();

        eventually(() -> assertThat(webhook.delivery().status()).isEqualTo("DELIVERED"));
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(0).id())
                .isEqualTo(receiver.received().get(1).id());
        marking.record(claimed.getFirst(), new Outcome.Answered(500, null));
        assertThat(webhook.delivery().status())
                .as("a mark that comes late changes nothing")
                .isEqualTo("DELIVERED");
    }

    @Test
    void twoInstancesTellEverythingOnce() {
        Delivering second = new Delivering(queue, posting, marking);
        second.start();
        try {
            Webhook webhook = webhook(receiver);
            for (int i = 0; i < 60; i++) {
                webhook.test();
            }

            eventually(() -> assertThat(
                            webhook.deliveries("?status=DELIVERED&limit=100").size())
                    .isEqualTo(60));
            assertThat(receiver.received()).hasSize(60);
            assertThat(receiver.received().stream().map(Receiver.Request::id).distinct())
                    .hasSize(60);
        } finally {
            second.stop();
        }
    }

    @Test
    void whatWasToldOfWhoIsErasedIsNotKept() {
        String slug = "erased-hook-" + UUID.randomUUID();
        api.publish(api.webinar(slug, w -> {}));
        Webhook webhook = webhook(receiver);
        expect(202, api.signUp(slug, "ana@example.org"));
        eventually(() -> assertThat(receiver.types()).containsExactly("registration.confirmed"));
        String id = of("registration.confirmed").json().at("/data/id").stringValue();

        expect(202, api.post("/api/registrations/" + api.manageToken(slug, "ana@example.org") + "/erasure", null));

        eventually(() -> assertThat(receiver.types()).containsExactly("registration.confirmed", "registration.erased"));
        assertThat(of("registration.erased").json().at("/data").toString()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(webhook.deliveries("").size()).isEqualTo(1);
        assertThat(database.sql(
                                "select count(*) from webhook_message where type = 'registration.confirmed' and payload like '%' || :id || '%'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasToldLongAgoIsForgotten() {
        Webhook webhook = webhook(receiver);
        webhook.test();
        webhook.test();
        eventually(() -> assertThat(receiver.received()).hasSize(2));
        long kept = webhook.delivery().id();
        database.sql("""
                update webhook_message set created_at = :old
                where id = (select message_id from webhook_delivery where id < :kept order by id desc limit 1)
                """)
                .param("old", clock.instant().minus(Duration.ofDays(31)).atOffset(java.time.ZoneOffset.UTC))
                .param("kept", kept)
                .update();

        forgetting.forget();

        assertThat(webhook.deliveries("").size()).isEqualTo(1);
        assertThat(webhook.delivery().id()).isEqualTo(kept);
    }

    @Test
    void deliveriesAreListedPageByPageNewestFirst() {
        Webhook webhook = webhook(receiver);
        for (int i = 0; i < 3; i++) {
            webhook.test();
        }

        Api.Answer first = webhook.get("/deliveries?limit=2");
        Api.Answer second =
                webhook.get("/deliveries?limit=2&cursor=" + first.at("/next").stringValue());

        assertThat(first.at("/items").size()).isEqualTo(2);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(first.at("/items/1/id").longValue())
                .isGreaterThan(second.at("/items/0/id").longValue());
    }

    private Receiver.Request of(String type) {
        return receiver.received().stream()
                .filter(request -> request.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not told: " + type));
    }

    private int told() {
        return database.sql("select count(*) from webhook_delivery")
                .query(Integer.class)
                .single();
    }

    private Webhook webhook(Receiver at, String... events) {
        Map<String, Object> draft = new HashMap<>(Map.of("url", at.url().toString()));
        if (events.length > 0) {
            draft.put("events", List.of(events));
        }
        JsonNode made =
                expect(201, api.organizer(HttpMethod.POST, "/webhooks", draft)).at("");
        return new Webhook(made.at("/id").stringValue(), made.at("/secret").stringValue());
    }

    /** The newest delivery of a webhook. */
    private record Newest(
            long id, String status, int attempts, @Nullable Integer statusCode, Duration nextIn) {}

    /** A webhook as its admin sees it. */
    private final class Webhook {

        private final String id;
        private final String secret;

        Webhook(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        String secret() {
            return secret;
        }

        String path() {
            return "/webhooks/" + id;
        }

        Api.Answer get(String path) {
            return expect(200, api.organizer(HttpMethod.GET, path() + path, null));
        }

        Api.Answer post(String path, @Nullable Object body) {
            return api.organizer(HttpMethod.POST, path() + path, body);
        }

        JsonNode see() {
            return get("").at("");
        }

        void test() {
            expect(202, post("/test", null));
        }

        String rotate() {
            return expect(200, post("/secret", null)).at("/secret").stringValue();
        }

        JsonNode deliveries(String query) {
            return get("/deliveries" + query).at("/items");
        }

        Newest delivery() {
            JsonNode newest = deliveries("").get(0);
            JsonNode next = newest.at("/nextAttemptAt");
            return new Newest(
                    newest.at("/id").longValue(),
                    newest.at("/status").stringValue(),
                    newest.at("/attempts").intValue(),
                    newest.at("/statusCode").isNull()
                            ? null
                            : newest.at("/statusCode").intValue(),
                    next.isNull()
                            ? Duration.ZERO
                            : Duration.between(clock.instant(), Instant.parse(next.stringValue())));
        }
    }
}
