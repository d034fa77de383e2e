package museum.atrium.registration.defence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/**
 * A token bucket for each key. One that was not used for a whole period is full again and need not be kept; if there are
 * too many, those that are seldom used go first, so that a crowd of newcomers does not make the cache forget who asks often.
 */
final class Buckets<K> {

    private static final int MOST = 100_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Bandwidth rate;
    private final TimeMeter time;
    private final Cache<K, Bucket> buckets;

    Buckets(Bandwidth rate, Clock clock) {
        this.rate = rate;
        this.time = new WallTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofNanos(rate.getRefillPeriodNanos()))
                .ticker(time::currentTimeNanos)
                .build();
    }

    /** @return zero if so many were taken; else none was, and it may be tried again after that time, in whole seconds */
    Duration take(K key, int tokens) {
        Bucket bucket = buckets.get(
                key,
                unknown -> Bucket.builder()
                        .addLimit(rate)
                        .withCustomTimePrecision(time)
                        .build());
        if (bucket.tryConsume(tokens)) {
            return Duration.ZERO;
        }
        // More than a bucket holds would have to wait for ever.
        long nanos = Math.min(
                bucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill(), rate.getRefillPeriodNanos());
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, NANOS_PER_SECOND)));
    }

    private record WallTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * NANOS_PER_MILLI;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
