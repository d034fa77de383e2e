package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryingTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final Retrying retrying = new Retrying(
            new DeliverySettings(
                    8,
                    25,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    Duration.ofHours(2),
                    Duration.ofDays(4),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theDelayDoublesAndIsSpread() {
        assertThat(retrying.after(delivery(0, NOW, null)))
                .hasValueSatisfying(delay -> assertThat(delay).isBetween(seconds(10), seconds(20)));
        assertThat(retrying.after(delivery(3, NOW, null)))
                .hasValueSatisfying(delay -> assertThat(delay).isBetween(seconds(80), seconds(160)));
        assertThat(retrying.after(delivery(500, NOW, null)))
                .hasValueSatisfying(delay -> assertThat(delay).isBetween(Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void whatWouldComeAfterItsExpiryIsGivenUp() {
        assertThat(retrying.after(delivery(0, NOW, NOW.plusSeconds(5)))).isEmpty();
        assertThat(retrying.after(delivery(0, NOW, NOW.plusSeconds(60)))).isPresent();
    }

    @Test
    void whatHasNoExpiryIsGivenUpAfterDays() {
        assertThat(retrying.after(delivery(9, NOW.minus(Duration.ofDays(3)), null)))
                .isPresent();
        assertThat(retrying.after(delivery(9, NOW.minus(Duration.ofDays(4)), null)))
                .isEmpty();
    }

    @Test
    void aServerThatIsNotReachedCountsAsNoAttempt() {
        assertThat(retrying.mark(delivery(0, NOW, null), 1, new Outcome.Unreachable("")))
                .isEmpty();
    }

    @Test
    void whatIsImpossibleHasFailedAtTheFirstAttempt() {
        assertThat(retrying.mark(delivery(0, NOW, null), 1, new Outcome.Impossible("")))
                .hasValueSatisfying(mark -> assertThat(mark).isInstanceOf(Mark.Failed.class));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    static Delivery delivery(int attempts, Instant plannedAt, @Nullable Instant expiresAt) {
        return new Delivery(
                1,
                UUID.randomUUID(),
                MailKind.CONFIRMATION,
                null,
                "",
                1,
                null,
                Lane.TRANSACTIONAL,
                attempts,
                plannedAt,
                plannedAt,
                expiresAt,
                false,
                0);
    }
}
