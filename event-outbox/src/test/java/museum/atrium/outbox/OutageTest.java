package museum.atrium.outbox;

import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class OutageTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    BrokerProcess broker;
    DatabaseServer database;

    @BeforeEach
    void parts() {
        broker = new BrokerProcess(directory);
        database = new DatabaseServer(directory.resolve("postgres"));
    }

    @AfterEach
    void noParts() {
        broker.close();
        database.close();
    }

    @Test
    void aServiceStartsAndWorksWithoutItsBrokerAndLosesNothingWhenItGoesAndComes(CapturedOutput output) {
        try (ConfigurableApplicationContext service = service()) {
            Writing writing = service.getBean(Writing.class);
            Guests guests = service.getBean(Guests.class);
            CaughtUp caughtUp = service.getBean(CaughtUp.class);

            writing.add(guest("anna", 1));
            assertThat(caughtUp.isCaughtUp()).isFalse();
            eventually(A_WHILE, () -> assertThat(output).contains("Kafka cannot be reached"));
            assertThat(health(service).getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(health(service).getDetails()).containsKey("awaySince");

            broker.start();
            eventually(A_WHILE, () -> assertThat(guests.effects("anna")).containsExactly(1L));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isTrue());
            assertThat(health(service).getStatus()).isEqualTo(Status.UP);

            broker.kill();
            LongStream.rangeClosed(2, 50).forEach(revision -> writing.add(guest("anna", revision)));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isFalse());
            eventually(A_WHILE, () -> assertThat(health(service).getStatus()).isEqualTo(Status.UNKNOWN));

            broker.start();
            eventually(A_WHILE, () -> assertThat(guests.effects("anna")).containsExactlyElementsOf(upTo(50)));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isTrue());
        }
        assertThat(times("Kafka cannot be reached", output))
                .as("one line per outage")
                .isEqualTo(2);
        assertThat(times("Kafka takes events again", output))
                .isEqualTo(times("Kafka does not take events", output))
                .isLessThanOrEqualTo(2);
    }

    private static int times(String said, CapturedOutput output) {
        return output.toString().split(said, -1).length - 1;
    }

    @Test
    void eventsWaitForTheDatabase(CapturedOutput output) {
        broker.start();
        try (ConfigurableApplicationContext service = service()) {
            Writing writing = service.getBean(Writing.class);
            Guests guests = service.getBean(Guests.class);
            CaughtUp caughtUp = service.getBean(CaughtUp.class);
            writing.add(guest("anna", 1));
            eventually(A_WHILE, () -> assertThat(guests.effects("anna")).containsExactly(1L));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isTrue());

            database.stop();
            assertThatThrownBy(() -> writing.add(guest("anna", 2))).isNotNull();
            new KafkaTopics(broker.address()).writeEvent(guest("anna", 3));
            eventually(A_WHILE, () -> assertThat(output).contains("events wait in Kafka until it can"));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isFalse());
            // It looks now and then, and an outage that is over before it looks is none to it.
            eventually(A_WHILE, () -> assertThat(output).contains("The outbox cannot be read"));

            database.start();
            eventually(A_WHILE, () -> assertThat(guests.effects("anna")).containsExactly(1L, 3L));
            eventually(A_WHILE, () -> assertThat(caughtUp.isCaughtUp()).isTrue());
            writing.add(guest("anna", 4));
            eventually(A_WHILE, () -> assertThat(guests.effects("anna")).containsExactly(1L, 3L, 4L));
        }
        assertThat(output).containsOnlyOnce("events wait in Kafka until it can");
        assertThat(output).containsOnlyOnce("The outbox cannot be read");
    }

    private ConfigurableApplicationContext service() {
        return new SpringApplicationBuilder(TestService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--" + TestService.NAMED,
                        "--spring.kafka.bootstrap-servers=" + broker.address(),
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres");
    }

    private static Health health(ConfigurableApplicationContext service) {
        return service.getBean(BrokerHealth.class).health();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
