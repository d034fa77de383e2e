package museum.atrium.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The one way in which tests wait for what happens elsewhere. */
public final class Eventually {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private Eventually() {}

    /** As {@link #eventually(Duration, ThrowingRunnable)}, for 15 seconds at most. */
    public static void eventually(ThrowingRunnable assertion) {
        eventually(LONG_ENOUGH, assertion);
    }

    /** Returns as soon as the assertion holds; fails with its last failure when it did not within that time. */
    public static void eventually(Duration within, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(within)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    /** Fails as soon as the assertion does not hold, and takes the whole time: for what must never happen. */
    public static void throughout(Duration time, ThrowingRunnable assertion) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .during(time)
                .atMost(time.plus(LONG_ENOUGH))
                .failFast("what should have stayed true", assertion)
                .until(() -> true);
    }
}
