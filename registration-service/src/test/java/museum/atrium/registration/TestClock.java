package museum.atrium.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The time, with the days that a test let pass. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    public static final class Settable extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        public void letPass(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("this clock is in UTC");
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    @Bean
    @Primary
    Settable settableClock() {
        return new Settable();
    }
}
