package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class IntakeTest {

    @Autowired
    Intake intake;

    @Autowired
    Writing writing;

    @Autowired
    Guests guests;

    @Autowired
    KafkaTopics kafka;

    @Test
    void doubledReorderedAndReplayedEventsTakeEffectOnce() {
        writing.add(guest("once", 1), guest("once", 1), guest("once", 3), guest("once", 2), guest("once", 3));
        writing.add(guest("once", 1), guest("once", 2), guest("once", 4));

        eventually(() -> assertThat(guests.effects("once")).containsExactly(1L, 3L, 4L));
        assertThat(kafka.all(TestService.GUESTS, "once")).hasSize(8);
    }

    @Test
    void aRevisionWhoseEffectFailedIsNotTaken() {
        assertThatIllegalStateException()
                .isThrownBy(() -> writing.inTransaction(_ -> intake.take("guest", "failed", 7, () -> {
                    throw new IllegalStateException("the effect fails");
                })));

        writing.inTransaction(
                _ -> assertThat(intake.take("guest", "failed", 7, () -> {})).isTrue());
    }

    @Test
    void aggregatesOfDifferentKindsAreIndependent() {
        writing.inTransaction(_ -> {
            assertThat(intake.take("guest", "same-key", 7, () -> {})).isTrue();
            assertThat(intake.take("call", "same-key", 1, () -> {})).isTrue();
        });
    }

    @Test
    void aRevisionIsRefusedOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> intake.take("guest", "outside", 1, () -> {}));
    }

    @Test
    void ofManyWhoTakeTheSameRevisionAtOnceOneDoes() throws Exception {
        List<Long> taken = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService consumers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            LongStream.range(0, 60)
                    .map(each -> 1 + each / 6)
                    .forEach(revision -> all.add(consumers.submit(() -> writing.inTransaction(
                            _ -> intake.take("guest", "raced", revision, () -> taken.add(revision))))));
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(taken).isSorted().doesNotHaveDuplicates().endsWith(10L);
    }

    @Test
    void theTextOfAnEventArrivesAsItWasSent() {
        List<ReceivedEvent> received = new ArrayList<>();
        guests.before(event -> {
            if (event.key().equals("text")) {
                received.add(event);
            }
        });
        writing.add(new OutgoingEvent(TestService.GUESTS, "text", "test.guest.changed.v1", "{\"revision\":5}"));

        eventually(() -> assertThat(received).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo(TestService.GUESTS);
            assertThat(event.type()).isEqualTo("test.guest.changed.v1");
            assertThat(event.payload()).isEqualTo("{\"revision\":5}");
            assertThat(event.time()).isNotNull();
        }));
        assertThat(new String(kafka.all(TestService.GUESTS, "text").getFirst().value(), UTF_8))
                .isEqualTo("{\"revision\":5}");
    }
}
