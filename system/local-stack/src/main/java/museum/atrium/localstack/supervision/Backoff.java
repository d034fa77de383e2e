package museum.atrium.localstack.supervision;

import java.time.Duration;

/** How long to wait before a part is started again: short at first, twice as long each time it dies young, never very long. */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(250);
    static final Duration LONGEST = Duration.ofSeconds(15);
    static final Duration STEADY = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** A part that had run steadily has earned the short wait again. */
    Duration afterUptime(Duration uptime) {
        if (uptime.compareTo(STEADY) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
