package museum.atrium.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Backoff backoff = new Backoff();

    @Test
    void thePauseDoublesWithEveryEarlyDeathUpToALimit() {
        assertThat(backoff.afterUptime(SHORT)).isEqualTo(Backoff.FIRST);
        assertThat(backoff.afterUptime(SHORT)).isEqualTo(Backoff.FIRST.multipliedBy(2));
        for (int deaths = 0; deaths < 20; deaths++) {
            backoff.afterUptime(SHORT);
        }
        assertThat(backoff.afterUptime(SHORT)).isEqualTo(Backoff.LONGEST);
    }

    @Test
    void aPartThatRanSteadilyIsStartedAgainAtOnce() {
        for (int deaths = 0; deaths < 20; deaths++) {
            backoff.afterUptime(SHORT);
        }

        assertThat(backoff.afterUptime(Backoff.STEADY)).isEqualTo(Backoff.FIRST);
    }
}
