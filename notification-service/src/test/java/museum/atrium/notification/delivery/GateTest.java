package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void onlyTransactionalMailsGoUntilTheConsumersHaveCaughtUp() {
        AtomicBoolean caughtUp = new AtomicBoolean();
        Gate gate = new Gate(caughtUp::get);
        assertThat(gate.open()).containsExactly(Lane.TRANSACTIONAL);
        caughtUp.set(true);
        assertThat(gate.open()).containsExactly(Lane.values());
    }
}
