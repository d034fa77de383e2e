package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void whatComesTrueIsWaitedFor() {
        Eventually.eventually(() -> assertThat(looks.incrementAndGet()).isEqualTo(3));

        assertThat(looks).hasValue(3);
    }

    @Test
    void anExceptionMeansNotYet() {
        Eventually.eventually(() -> {
            if (looks.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
        });

        assertThat(looks).hasValue(3);
    }

    @Test
    void whatNeverComesTrueFailsWithItsReason() {
        assertThatThrownBy(() -> Eventually.eventually(
                        Duration.ofMillis(100), () -> assertThat("the door").isEqualTo("open")))
                .hasMessageContaining("the door");
    }

    @Test
    void whatDoesNotStayTrueFails() {
        assertThatThrownBy(() -> Eventually.throughout(
                        Duration.ofSeconds(5),
                        () -> assertThat(looks.incrementAndGet()).isLessThan(3)))
                .hasMessageContaining("should have stayed true");
        assertThat(looks).hasValue(3);
    }

    @Test
    void whatStaysTruePasses() {
        Eventually.throughout(
                Duration.ofMillis(100),
                () -> assertThat(looks.incrementAndGet()).isPositive());

        assertThat(looks.get()).isGreaterThan(1);
    }
}
