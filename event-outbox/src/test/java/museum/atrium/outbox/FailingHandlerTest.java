package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class FailingHandlerTest {

    private static final Map<String, String> HEADERS =
            Map.of("ce_type", "test.guest.changed.v1", "ce_time", "2027-03-01T14:00:00Z");

    @Autowired
    Guests guests;

    @Autowired
    KafkaTopics kafka;

    @Autowired
    DeclaringTopics topics;

    @BeforeEach
    void theTopicsExist() {
        eventually(() -> assertThat(topics.areDeclared()).isTrue());
    }

    @AfterEach
    void handlingAsUsual() {
        guests.before(event -> {});
    }

    @Test
    void aRecordThatFailsIsTriedUntilItSucceedsAndHoldsUpItsPartitionOnly(CapturedOutput output) {
        AtomicInteger attempts = new AtomicInteger();
        guests.before(event -> {
            if (event.key().equals("stuck")) {
                attempts.incrementAndGet();
                throw new IllegalStateException("a bug");
            }
        });
        write(1, "before-stuck", 1);
        write(1, "stuck", 1);
        write(1, "behind-stuck", 1);
        write(5, "elsewhere", 1);

        eventually(() -> assertThat(attempts).hasValueGreaterThan(3));
        assertThat(guests.effects("before-stuck")).containsExactly(1L);
        write(5, "elsewhere", 2);
        eventually(() -> assertThat(guests.effects("elsewhere")).containsExactly(1L, 2L));
        assertThat(guests.effects("behind-stuck")).isEmpty();
        assertThat(output).containsOnlyOnce("its partition waits, and it is tried again for ever");

        guests.before(event -> {});
        eventually(
                Duration.ofSeconds(30),
                () -> assertThat(guests.effects("behind-stuck")).containsExactly(1L));
        assertThat(guests.effects("stuck")).containsExactly(1L);
        assertThat(kafka.all("test.guests.test-service.dead", "stuck")).isEmpty();
    }

    @Test
    void thePausesGrowUpToTenSeconds() {
        assertThat(PostponedPartitions.pause(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(PostponedPartitions.pause(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PostponedPartitions.pause(6)).isEqualTo(Duration.ofSeconds(10));
        assertThat(PostponedPartitions.pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }

    private void write(int partition, String key, int revision) {
        byte[] guest = "{\"revision\":%d}".formatted(revision).getBytes(UTF_8);
        kafka.write(TestService.GUESTS, partition, key, guest, HEADERS);
    }
}
