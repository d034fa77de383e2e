package museum.atrium.outbox;

import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CaughtUpTest {

    @Autowired
    Writing writing;

    @Autowired
    KafkaTopics kafka;

    private final AtomicLong nanoTime = new AtomicLong();
    private final String group = "group-" + UUID.randomUUID();
    private final CaughtUpGate gate = new CaughtUpGate(Set.of(TestService.GUESTS), group, nanoTime::get);
    private Admin admin;

    @BeforeEach
    void connect() {
        admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void theGateOpensWhenTheEndsThatWereThereAtFirstAreReached() throws Exception {
        writing.add(guest("gate", 1), guest("gate", 2));
        eventually(() -> assertThat(kafka.all(TestService.GUESTS, "gate")).hasSizeGreaterThan(1));
        assertThat(gate.isCaughtUp()).isFalse();

        gate.look(admin);
        assertThat(gate.isCaughtUp()).isFalse();

        long first = kafka.all(TestService.GUESTS, "gate").size();
        writing.add(guest("gate", 3));
        eventually(() -> assertThat(kafka.all(TestService.GUESTS, "gate")).hasSizeGreaterThan((int) first));
        readAllBut(1);
        gate.look(admin);
        assertThat(gate.isCaughtUp()).as("what came later does not count").isTrue();
    }

    @Test
    void theGateClosesWhenTheBrokerIsOutOfSightAndOpensAtTheNewEnds() throws Exception {
        writing.add(guest("out-of-sight", 1));
        eventually(
                () -> assertThat(kafka.all(TestService.GUESTS, "out-of-sight")).isNotEmpty());
        readAllBut(0);
        gate.look(admin);
        assertThat(gate.isCaughtUp()).isTrue();

        nanoTime.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(gate.isCaughtUp()).isFalse();

        long before = kafka.all(TestService.GUESTS, "out-of-sight").size();
        writing.add(guest("out-of-sight", 2));
        eventually(
                () -> assertThat(kafka.all(TestService.GUESTS, "out-of-sight")).hasSizeGreaterThan((int) before));
        gate.look(admin);
        assertThat(gate.isCaughtUp()).isFalse();

        readAllBut(0);
        gate.look(admin);
        assertThat(gate.isCaughtUp()).isTrue();
    }

    @Test
    void theGateClosesAtAnOutageUntilTheNewEndsAreReached() throws Exception {
        writing.add(guest("outage", 1));
        eventually(() -> assertThat(kafka.all(TestService.GUESTS, "outage")).isNotEmpty());
        readAllBut(0);
        gate.look(admin);
        assertThat(gate.isCaughtUp()).isTrue();

        gate.outage();
        assertThat(gate.isCaughtUp()).isFalse();
        gate.look(admin);
        assertThat(gate.isCaughtUp()).isTrue();
    }

    @Test
    void aServiceThatReadsNothingHasAlwaysCaughtUp() {
        assertThat(new CaughtUpGate(Set.of(), group, nanoTime::get).isCaughtUp())
                .isTrue();
    }

    /** Commits, for the group, the end of every partition but the last records of the one written to most recently. */
    private void readAllBut(int last) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : kafka.all(TestService.GUESTS)) {
            ends.put(Handled.partition(record), new OffsetAndMetadata(record.offset() + 1));
        }
        if (last > 0) {
            ConsumerRecord<String, byte[]> newest =
                    kafka.all(TestService.GUESTS, "gate").getLast();
            ends.put(Handled.partition(newest), new OffsetAndMetadata(newest.offset() + 1 - last));
        }
        admin.alterConsumerGroupOffsets(group, ends).all().get();
    }
}
