package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.outbox.Writing.call;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

@ServiceTest
class RelayTest {

    private static final int WRITERS = 8;
    private static final int EVENTS_OF_EACH_KEY = 150;

    @Autowired
    Writing writing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Relay relayOfTheService;

    @Autowired
    DeclaringTopics topics;

    @Autowired
    KafkaTopics kafka;

    TestRelays relays;

    @Autowired
    void use(ProducerFactory<?, ?> producers, PlatformTransactionManager transactions) {
        relays = new TestRelays(jdbc, producers, transactions);
    }

    @BeforeEach
    void onlyTheRelaysOfTheTest() {
        eventually(() -> assertThat(topics.areDeclared()).isTrue());
        relayOfTheService.stop();
    }

    @AfterEach
    void theRelayOfTheServiceAgain() {
        relayOfTheService.start();
    }

    @Test
    void twoRelaysKeepTheOrderOfEveryKeyWhileManyWrite() throws Exception {
        List<Relay> both = List.of(relays.relay(topics), relays.relay(topics));
        both.forEach(Relay::start);
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String key = "ordered-" + writer;
                written.add(writers.submit(() -> writeInSmallTransactions(key)));
            }
            for (Future<?> each : written) {
                each.get();
            }
            eventually(() -> assertThat(waiting()).isZero());
        } finally {
            both.forEach(Relay::stop);
        }

        List<String> inOrder = IntStream.range(0, EVENTS_OF_EACH_KEY)
                .mapToObj(Integer::toString)
                .toList();
        List<ConsumerRecord<String, byte[]>> all = kafka.all(TestService.CALLS);
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(payloads(all, "ordered-" + writer)).containsExactlyElementsOf(inOrder);
        }
    }

    private void writeInSmallTransactions(String key) {
        for (int number = 0; number < EVENTS_OF_EACH_KEY; number += 3) {
            int first = number;
            writing.inTransaction(outbox ->
                    IntStream.range(first, first + 3).forEach(each -> outbox.add(call(key, Integer.toString(each)))));
        }
    }

    @Test
    void aRelayThatDiesBetweenAcknowledgementAndDeleteRepeatsItsEventsInOrderAndUnchanged() {
        RelayPass dying = relays.pass(
                new WaitingEvents(jdbc) {
                    @Override
                    void delete(Collection<Long> ids) {
                        throw new DataAccessResourceFailureException("the connection is gone");
                    }
                },
                Clock.systemUTC());
        writing.add(call("repeated", "1"), call("repeated", "2"));

        assertThatThrownBy(dying::run).isInstanceOf(DataAccessResourceFailureException.class);
        drain(relays.pass());

        assertThat(kafka.payloads(TestService.CALLS, "repeated")).containsExactly("1", "2", "1", "2");
        List<String> ids = kafka.all(TestService.CALLS, "repeated").stream()
                .map(record -> String.valueOf(EventHeaders.text(record.headers(), EventHeaders.ID)))
                .toList();
        assertThat(ids.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(ids.subList(2, 4));
    }

    @Test
    void anEventThatTheBrokerRefusesHoldsBackItsKeyAndNoOther() {
        SettableClock clock = new SettableClock();
        RelayPass pass = relays.pass(new WaitingEvents(jdbc), clock);
        String tooLarge = "\"" + "x".repeat(2_000) + "\"";
        kafka.configure(TestService.CALLS, "max.message.bytes", "1000");
        try {
            writing.add(call("held", tooLarge), call("free", "1"));
            drain(pass);
            writing.add(call("held", "2"), call("free", "2"));
            drain(pass);
            clock.advance(HaltedKeys.PAUSE);
            drain(pass);

            assertThat(kafka.payloads(TestService.CALLS, "free")).containsExactly("1", "2");
            assertThat(kafka.payloads(TestService.CALLS, "held")).isEmpty();
        } finally {
            kafka.configure(TestService.CALLS, "max.message.bytes", "1000000");
        }
        clock.advance(HaltedKeys.PAUSE);
        eventually(() -> {
            drain(pass);
            clock.advance(HaltedKeys.PAUSE);
            assertThat(waiting()).isZero();
        });

        assertThat(kafka.payloads(TestService.CALLS, "held")).containsExactly(tooLarge, "2");
    }

    @Test
    void twoRelaysShareABacklogAndABucketBelongsToOne() {
        writing.inTransaction(outbox -> outbox.addAll(IntStream.range(0, 64)
                .mapToObj(key -> call("shared-" + key, "1"))
                .toList()));
        WaitingEvents waiting = new WaitingEvents(jdbc);
        List<Integer> mine = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        List<Integer> left = new ArrayList<>();

        writing.inTransaction(_ -> {
            mine.addAll(waiting.lockBuckets(3));
            elsewhere(() -> {
                others.addAll(waiting.lockBuckets(0));
                elsewhere(() -> left.addAll(waiting.lockBuckets(0)));
            });
        });

        assertThat(mine).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(others).containsExactly(0, 1, 2, 11, 12, 13, 14, 15);
        assertThat(left).isEmpty();
        drain(relays.pass());
    }

    @Test
    void onlyBucketsThatHoldEventsAreLocked() {
        writing.add(call("a-key", "1"), call("another-key", "1"), call("a-key", "2"));

        writing.inTransaction(_ -> assertThat(new WaitingEvents(jdbc).lockBuckets(0))
                .containsExactlyInAnyOrder((int) Bucket.of("a-key"), (int) Bucket.of("another-key")));
        drain(relays.pass());
    }

    @Test
    void onePassReadsNoMorePayloadThanItMay() {
        String kilobyte = "\"" + "x".repeat(1_022) + "\"";
        writing.inTransaction(outbox -> outbox.addAll(
                Stream.generate(() -> call("bounded", kilobyte)).limit(10).toList()));
        WaitingEvents waiting = new WaitingEvents(jdbc);
        List<Integer> bucket = List.of((int) Bucket.of("bounded"));

        assertThat(waiting.oldest(bucket, Set.of(), 500, 2_048)).hasSize(2);
        assertThat(waiting.oldest(bucket, Set.of(), 3, 1_000_000)).hasSize(3);
        assertThat(waiting.oldest(bucket, Set.of(), 500, 1)).hasSize(1);
        assertThat(waiting.oldest(bucket, Set.of("bounded"), 500, 1_000_000)).isEmpty();
        drain(relays.pass());
    }

    private void elsewhere(Runnable work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(() -> writing.inTransaction(_ -> work.run())).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Two passes in a row see every bucket. */
    private static void drain(RelayPass pass) {
        int idle = 0;
        while (idle < 2) {
            Sent sent = pass.run();
            assertThat(sent.outage()).isNull();
            idle = sent.acknowledged().isEmpty() ? idle + 1 : 0;
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) as events from outbox")
                .query((row, number) -> row.getLong("events"))
                .single();
    }

    private static List<String> payloads(List<ConsumerRecord<String, byte[]>> all, String key) {
        return all.stream()
                .filter(record -> record.key().equals(key))
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }
}
