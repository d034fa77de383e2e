package museum.atrium.notification.audience;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.story.Announcer;
import museum.atrium.notification.story.Notified;
import museum.atrium.notification.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Notified
@ExtendWith(OutputCaptureExtension.class)
class MissingHalvesTest {

    @Autowired
    private Announcer announcer;

    @Autowired
    private JdbcClient jdbc;

    private final Story story = new Story();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatWaitsLongForWhatBelongsToItIsSaidOnceAndMeasuredUntilThatComes(CapturedOutput output) {
        UUID somebody = story.somebody();
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(jdbc.sql("select count(*) from registrations where id = :id and status is not null")
                        .param("id", somebody)
                        .query(Long.class)
                        .single())
                .isEqualTo(1));
        MovedClock clock = new MovedClock();
        MissingHalves halves = new MissingHalves(jdbc, meters, clock);
        halves.look();
        clock.ahead = Duration.ofMinutes(9);
        halves.look();
        assertThat(output.getAll()).doesNotContain("has not come");
        assertThat(incomplete("contact")).isZero();

        clock.ahead = Duration.ofMinutes(11);
        halves.look();
        halves.look();

        assertThat(output.getAll()).containsOnlyOnce("the contact of").containsOnlyOnce("the activity of");
        double before = incomplete("contact");
        assertThat(before).isPositive();
        announcer.tell(story.contact(somebody));
        eventually(() -> {
            halves.look();
            assertThat(incomplete("contact")).isEqualTo(before - 1);
        });
    }

    private double incomplete(String missing) {
        return meters.get("atrium.events.incomplete")
                .tag("missing", missing)
                .gauge()
                .value();
    }

    private static final class MovedClock extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException("Only UTC");
        }
    }
}
