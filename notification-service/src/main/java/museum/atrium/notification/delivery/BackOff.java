package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Longer and longer pauses, spread so that senders do not come back together. Not for several threads. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(500);

    private final Duration longest;
    private Duration next = FIRST;
    private long until;
    private boolean on;

    BackOff(Duration longest) {
        this.longest = longest;
    }

    boolean isOn() {
        return on;
    }

    Duration left() {
        return on ? Duration.ofNanos(Math.max(0, until - System.nanoTime())) : Duration.ZERO;
    }

    void more() {
        Duration pause = next.compareTo(longest) < 0 ? next : longest;
        until = System.nanoTime() + ThreadLocalRandom.current().nextLong(pause.toNanos() / 2, pause.toNanos() + 1);
        next = pause.multipliedBy(2);
        on = true;
    }

    void end() {
        on = false;
        next = FIRST;
    }
}
