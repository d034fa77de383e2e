package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;

@ServiceTest
class DeadLetterTest {

    private static final String DEAD = "test.guests.test-service.dead";
    private static final Map<String, String> HEADERS =
            Map.of("ce_type", "test.guest.changed.v1", "ce_time", "2027-03-01T14:00:00Z");

    @Autowired
    Writing writing;

    @Autowired
    Guests guests;

    @Autowired
    KafkaTopics kafka;

    @Autowired
    ConsumerFactory<?, ?> consumers;

    @Autowired
    EventRecords records;

    @Autowired
    HandlingEvents handling;

    @Autowired
    DeclaringTopics topics;

    @Autowired
    Environment environment;

    @BeforeEach
    void theTopicsExist() {
        eventually(() -> assertThat(topics.areDeclared()).isTrue());
    }

    @AfterEach
    void handlingAsUsual() {
        guests.before(event -> {});
    }

    @Test
    void poisonBecomesADeadLetterWithItsReasonAndDoesNotStopItsPartition() {
        kafka.write(TestService.GUESTS, 4, "poison", "{not a guest".getBytes(UTF_8), HEADERS);
        kafka.write(TestService.GUESTS, 4, "behind-poison", "{\"revision\":1}".getBytes(UTF_8), HEADERS);

        eventually(() -> assertThat(guests.effects("behind-poison")).containsExactly(1L));
        ConsumerRecord<String, byte[]> original =
                kafka.all(TestService.GUESTS, "poison").getFirst();
        assertThat(kafka.all(DEAD, "poison")).singleElement().satisfies(letter -> {
            assertThat(new String(letter.value(), UTF_8)).isEqualTo("{not a guest");
            assertThat(header(letter, "ce_type")).isEqualTo("test.guest.changed.v1");
            assertThat(header(letter, "dead_reason")).isEqualTo("The payload is not a guest");
            assertThat(header(letter, "dead_exception")).isEqualTo(NotUnderstandable.class.getName());
            assertThat(header(letter, "dead_topic")).isEqualTo(TestService.GUESTS);
            assertThat(header(letter, "dead_partition")).isEqualTo("4");
            assertThat(header(letter, "dead_offset")).isEqualTo(Long.toString(original.offset()));
        });
    }

    @Test
    void anEventOfALaterVersionWaitsForALaterServiceButATombstoneErases() {
        Map<String, String> later = Map.of("ce_type", "test.guest.changed.v2", "ce_time", "2027-03-01T14:00:00Z");
        kafka.write(TestService.GUESTS, 5, "of-v2", "{\"revision\":1}".getBytes(UTF_8), later);
        kafka.write(TestService.GUESTS, 5, "behind-v2", "{\"revision\":1}".getBytes(UTF_8), HEADERS);

        eventually(() -> assertThat(guests.effects("behind-v2")).containsExactly(1L));
        assertThat(guests.effects("of-v2")).isEmpty();
        assertThat(reason("of-v2")).contains("test.guest.changed.v2", "replay it");

        kafka.write(TestService.GUESTS, 5, "of-v2", null, later);
        eventually(() -> assertThat(kafka.all(DEAD, "of-v2"))
                .last()
                .satisfies(letter -> assertThat(letter.value()).isNull()));
    }

    @Test
    void whatIsNoEventAtAllBecomesADeadLetter() {
        byte[] guest = "{\"revision\":1}".getBytes(UTF_8);
        kafka.configure(
                TestService.GUESTS, "cleanup.policy", "delete"); // a compacted topic refuses a missing key itself
        kafka.write(TestService.GUESTS, null, "typeless", guest, Map.of("ce_time", "2027-03-01T14:00:00Z"));
        kafka.write(TestService.GUESTS, null, "timeless", guest, Map.of("ce_type", "test.guest.changed.v1"));
        kafka.write(
                TestService.GUESTS,
                null,
                "untimely",
                guest,
                Map.of("ce_type", "test.guest.changed.v1", "ce_time", "noon"));
        kafka.write(TestService.GUESTS, null, "garbled", new byte[] {'"', (byte) 0xC3, '"'}, HEADERS);
        kafka.write(TestService.GUESTS, 7, null, guest, HEADERS);

        eventually(() -> {
            assertThat(reason("typeless")).isEqualTo("The header ce_type is missing");
            assertThat(reason("timeless")).isEqualTo("The header ce_time is missing");
            assertThat(reason("untimely")).isEqualTo("The header ce_time is not an instant");
            assertThat(reason("garbled")).isEqualTo("The payload is not UTF-8");
            assertThat(kafka.all(DEAD))
                    .anySatisfy(letter -> assertThat(letter.key()).startsWith("test.guests-7@"));
        });
    }

    @Test
    void aReplayGivesDeadLettersToTheirHandlerInOrderAndOnce() {
        AtomicInteger understood = new AtomicInteger();
        guests.before(event -> {
            if (event.key().startsWith("replayed") && understood.get() == 0) {
                throw new NotUnderstandable("The version of this guest is not known yet");
            }
        });
        writing.add(guest("replayed", 1), guest("replayed", 2), guest("replayed-erased", 1));
        eventually(() -> assertThat(kafka.all(DEAD, "replayed")).hasSize(2));
        eventually(() -> assertThat(kafka.all(DEAD, "replayed-erased")).hasSize(1));

        understood.set(1);
        writing.add(new OutgoingEvent(TestService.GUESTS, "replayed-erased", "test.guest.erased.v1", null));
        eventually(() -> assertThat(kafka.all(DEAD, "replayed-erased")).hasSize(2));
        long letters = kafka.all(TestService.GUESTS, "replayed").size();
        assertThat(replay()).isTrue();

        assertThat(guests.effects("replayed")).containsExactly(1L, 2L);
        assertThat(guests.effects("replayed-erased")).isEmpty();
        assertThat(kafka.all(TestService.GUESTS, "replayed")).hasSize((int) letters);

        guests.before(event -> {
            if (event.key().startsWith("replayed")) {
                throw new IllegalStateException("replayed twice: " + event);
            }
        });
        assertThat(replay()).isTrue();
    }

    @Test
    void aReplayStopsAtWhatCannotBeHandledNowAndGoesOnWithItNextTime() {
        kafka.write(TestService.GUESTS, 2, "later", "{not a guest".getBytes(UTF_8), HEADERS);
        eventually(() -> assertThat(kafka.all(DEAD, "later")).hasSize(1));
        guests.before(event -> {
            if (event.key().equals("later")) {
                throw new IllegalStateException("not now");
            }
        });
        assertThatIllegalStateException()
                .isThrownBy(this::replay)
                .withMessageContaining("the next replay begins with it");

        guests.before(event -> {});
        assertThat(replay()).isTrue();
        assertThat(kafka.all(DEAD, "later"))
                .as("still not a guest, so dead again")
                .hasSize(2);
    }

    @Test
    void theReplayIsACommandThatEnds() throws Exception {
        kafka.write(TestService.GUESTS, 3, "by-command", "{not a guest".getBytes(UTF_8), HEADERS);
        eventually(() -> assertThat(kafka.all(DEAD, "by-command")).hasSize(1));

        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestService.class.getName(),
                        "--replay-dead-letters=test.guests",
                        "--" + TestService.NAMED,
                        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--spring.datasource.username=postgres")
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), UTF_8);

        assertThat(command.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Replayed \\d+ dead letters of test.guests: \\d+ were handled");
        assertThat(kafka.all(DEAD, "by-command")).hasSize(2);
    }

    @Test
    void aReplayOfATopicThatIsNotReadIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadLetterTopic(Map.of(), "test-service", "test.typo", Set.of("test.guests")))
                .withMessage("test.typo is not a topic of test-service, which reads [test.guests]");
    }

    /** Runs the replay as the service does when it is started for it; false when it did not end the process. */
    private boolean replay() {
        AtomicBoolean ended = new AtomicBoolean();
        DeadLetterTopic letters = new DeadLetterTopic(
                EventListening.settings(consumers), TestService.NAME, TestService.GUESTS, records.topics());
        new ReplayingDeadLetters(letters, handling, () -> ended.set(true)).run(new DefaultApplicationArguments());
        return ended.get();
    }

    private String reason(String key) {
        List<ConsumerRecord<String, byte[]>> letters = kafka.all(DEAD, key);
        return letters.isEmpty() ? "none" : header(letters.getFirst(), "dead_reason");
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return String.valueOf(EventHeaders.text(record.headers(), name));
    }
}
