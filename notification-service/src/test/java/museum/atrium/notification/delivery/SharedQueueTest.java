package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SharedQueueTest extends WithScriptedServer {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DeliverySettings settings;

    @Autowired
    Checking checking;

    @Autowired
    Preparing preparing;

    @Autowired
    Writing writing;

    @Autowired
    Retrying retrying;

    @Autowired
    Marking marking;

    @Autowired
    MailServer server;

    @Autowired
    Senders senders;

    private final Story story = new Story();

    @Test
    void whatADeadSenderLeftIsSentByAnotherWithTheSameMessageId() {
        UUID somebody = story.somebody();
        senders.stop();
        // Claimed and received, but not marked: the process died in between.
        Leases leases = new Leases(jdbc, settings);
        Queue queue = new Queue(jdbc, leases);
        confirm(somebody);
        Claim claim = transactions.execute(
                status -> queue.claim(List.of(Lane.TRANSACTIONAL), 25).orElseThrow());
        try (Connection connection = new Connection(server)) {
            checking.check(claim.deliveries(), claim.id()).forEach(ready -> writing.send(ready, connection));
        }
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENDING");

        senders.start();
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).containsExactly("UNKNOWN");
        assertThat(received(somebody)).hasSize(2).allMatch(received(somebody).getFirst()::equals);
    }

    @Test
    void twoInstancesShareTheQueueAndNobodyGetsAMailTwice() throws Exception {
        List<UUID> people =
                IntStream.range(0, 600).mapToObj(number -> story.somebody()).toList();
        senders.stop();
        confirm(people.toArray(UUID[]::new));

        Leases leases = new Leases(jdbc, settings);
        Marks marks = new Marks(marking);
        marks.start();
        Queue queue = new Queue(jdbc, leases);
        Sending sending = new Sending(preparing, writing, retrying, marks, new Turns(settings, leases));
        senders.start();
        int sentByTheOther = 0;
        try (Connection connection = new Connection(server)) {
            for (Optional<Claim> claim = claim(queue); claim.isPresent(); claim = claim(queue)) {
                sentByTheOther +=
                        sending.send(claim.get(), connection, () -> false).sent();
            }
        }
        marks.stop(Duration.ofSeconds(5));

        eventually(() -> assertThat(outbound.unfinished()).isZero());
        assertThat(people).allSatisfy(one -> assertThat(received(one)).hasSize(1));
        assertThat(sentByTheOther).isBetween(1, 599);
    }

    private Optional<Claim> claim(Queue queue) {
        Optional<Claim> claim = transactions.execute(status -> queue.claim(List.of(Lane.TRANSACTIONAL), 5));
        return claim == null ? Optional.empty() : claim;
    }

    @Test
    void aConfirmationDoesNotWaitBehindTheManyOfARecording() {
        List<UUID> crowd =
                IntStream.range(0, 400).mapToObj(number -> story.somebody()).toList();
        confirm(crowd.toArray(UUID[]::new));
        eventually(
                Duration.ofSeconds(30), () -> assertThat(outbound.unfinished()).isZero());
        smtp().follow((moment, mail) -> moment == Moment.DOT && mail.message().contains("recording")
                ? Reaction.after(soon(), Reaction.accept())
                : Reaction.accept());
        announcer.tell(story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()));
        eventually(() -> assertThat(outbound.unfinished()).isGreaterThan(300));

        UUID late = story.somebody();
        confirm(late);
        eventually(Duration.ofSeconds(2), () -> assertThat(outbound.of(late)).contains("CONFIRMATION SENT"));
        assertThat(outbound.unfinished()).isPositive();
        smtp().follow((moment, mail) -> Reaction.accept());
        eventually(
                Duration.ofSeconds(30), () -> assertThat(outbound.unfinished()).isZero());
    }

    @Test
    void twentyThousandThatWaitDoNotDelayAConfirmation() {
        UUID reader = story.somebody();
        UUID message = UUID.randomUUID();
        confirm(reader);
        announcer.tell(story.message(message, reader));
        eventually(() -> assertThat(outbound.of(reader)).contains("MESSAGE SENT"));
        smtp().follow((moment, mail) ->
                moment == Moment.DOT && mail.to().getFirst().startsWith("crowd-")
                        ? Reaction.after(later(), Reaction.accept())
                        : Reaction.accept());
        addCrowd(20_000, message);
        eventually(() -> assertThat(ofTheCrowd()).isGreaterThan(2L * settings.connections()));

        UUID late = story.somebody();
        announcer.tell(story.contact(late));
        long before = ofTheCrowd();
        announcer.tell(story.confirmed(late));
        eventually(() -> assertThat(accepted(late)).hasSize(1));
        long overtaken = smtp().accepted().stream()
                        .takeWhile(mail -> !mail.to().contains(Story.address(late)))
                        .filter(mail -> mail.to().getFirst().startsWith("crowd-"))
                        .count()
                - before;
        assertThat(overtaken).isLessThanOrEqualTo(4L * settings.connections());
        assertThat(outbound.unfinished()).isGreaterThan(19_000);

        jdbc.sql("delete from deliveries where queued and about = :message")
                .param("message", message)
                .update();
        smtp().follow((moment, mail) -> Reaction.accept());
        eventually(() -> assertThat(outbound.unfinished()).isZero());
    }

    private void addCrowd(int number, UUID message) {
        UUID[] people =
                IntStream.range(0, number).mapToObj(one -> UUID.randomUUID()).toArray(UUID[]::new);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into registrations (id, activity, revision, status, confirmed_at, registered_at, audience_since)
                    select id, :activity, 1, 'CONFIRMED', now(), now(), nextval('arrivals') from unnest(:people) as id
                    """)
                    .param("activity", story.activity)
                    .param("people", people)
                    .update();
            jdbc.sql("""
                    insert into contacts (registration, email, name, address_key)
                    select id, 'crowd-' || id || '@example.org', 'One of the crowd', 'crowd-' || id || '@example.org'
                    from unnest(:people) as id
                    """).param("people", people).update();
            jdbc.sql("""
                    insert into deliveries (registration, kind, about, lane)
                    select id, 'MESSAGE', :message, 2 from unnest(:people) as id
                    """).param("message", message).param("people", people).update();
        });
    }

    private long ofTheCrowd() {
        return smtp().accepted().stream()
                .filter(mail -> mail.to().getFirst().startsWith("crowd-"))
                .count();
    }

    private static CompletableFuture<Void> later() {
        return new CompletableFuture<Void>().completeOnTimeout(null, 250, TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<Void> soon() {
        return new CompletableFuture<Void>().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS);
    }

    @Test
    void aRecordingThatWasTakenBackAtOnceIsToldWhenItIsPublishedAfterAll() {
        UUID somebody = story.somebody();
        confirm(somebody);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        senders.stop();
        announcer.tell(story.recording(1, "PUBLISHED", "PUBLIC", Instant.now()));
        eventually(() -> assertThat(outbound.of(somebody)).contains("RECORDING_AVAILABLE QUEUED"));
        announcer.tell(story.recording(2, "RETRACTED", "PUBLIC", Instant.now()));
        senders.start();
        eventually(() -> assertThat(outbound.of(somebody)).contains("RECORDING_AVAILABLE DROPPED"));

        announcer.tell(story.recording(3, "PUBLISHED", "PUBLIC", Instant.now()));
        eventually(() ->
                assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "RECORDING_AVAILABLE SENT"));
    }

    @Test
    void brokenDatabaseConnectionsAreWaitedOut() {
        List<UUID> people =
                IntStream.range(0, 100).mapToObj(number -> story.somebody()).toList();
        confirm(people.subList(0, 50).toArray(UUID[]::new));
        jdbc.sql("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """).query(Long.class).single();
        eventually(() -> confirm(people.toArray(UUID[]::new)));

        eventually(() -> assertThat(outbound.unfinished()).isZero());
        assertThat(people).allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT"));
        assertThat(people)
                .allSatisfy(
                        one -> assertThat(Stream.of(received(one)).distinct()).hasSize(1));
    }

    private void confirm(UUID... people) {
        announcer.tell(story.published());
        for (UUID one : people) {
            announcer.tell(story.contact(one), story.confirmed(one));
        }
    }
}
