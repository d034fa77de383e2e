package museum.atrium.registration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT5H", "6, PT10H", "7, PT10H"})
    void theWaitsGrowAndAreSpreadALittle(int attempts, Duration planned) {
        assertThat(wait(attempts, null))
                .isBetween(planned, planned.multipliedBy(11).dividedBy(10));
    }

    @Test
    void theEighthAttemptIsTheLast() {
        assertThat(RetrySchedule.after(8, null)).isEmpty();
        assertThat(RetrySchedule.after(8, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aReceiverPutsItOffAndNeverBringsItForwardOrBeyondADay() {
        assertThat(wait(1, Duration.ofHours(1))).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(wait(3, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        assertThat(wait(3, Duration.ofDays(-1))).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        assertThat(wait(1, Duration.ofDays(300))).isBetween(Duration.ofHours(24), Duration.ofMinutes(1584));
    }

    private static Duration wait(int attempts, @Nullable Duration asked) {
        return RetrySchedule.after(attempts, asked).orElseThrow();
    }
}
