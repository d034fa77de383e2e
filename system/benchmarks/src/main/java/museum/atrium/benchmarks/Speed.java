package museum.atrium.benchmarks;

import java.time.Duration;

/**
 * What a run came to.
 *
 * @param perSecond finished in a second, on average over the run
 * @param p99 of a hundred calls ninety-nine took no longer
 */
record Speed(double perSecond, Duration p99) {

    @Override
    public String toString() {
        return "%,.0f/s, p99 %d ms".formatted(perSecond, p99.toMillis());
    }
}
