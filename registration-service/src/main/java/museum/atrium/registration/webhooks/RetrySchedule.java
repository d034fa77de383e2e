package museum.atrium.registration.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When what was not taken is tried again: eight attempts within 28 hours. */
final class RetrySchedule {

    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    /** A receiver may put it off by so much at most. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private RetrySchedule() {}

    /**
     * How long to wait; empty when it was the last attempt.
     *
     * @param attempts those that were made
     * @param asked how long the receiver wants it to be at least
     */
    static Optional<Duration> after(int attempts, @Nullable Duration asked) {
        if (attempts > AFTER.size()) {
            return Optional.empty();
        }
        Duration planned = AFTER.get(attempts - 1);
        Duration wanted = asked == null || asked.compareTo(planned) < 0 ? planned : asked;
        Duration wait = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
        // Spread, so that what failed together does not come back together.
        return Optional.of(wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 10 + 1)));
    }
}
