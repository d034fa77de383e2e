package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import museum.atrium.notification.pausing.Standstill;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Standstill standstill = new Standstill();

    @Test
    void onlyTransactionalMailsGoUntilTheConsumersHaveCaughtUp() {
        AtomicBoolean caughtUp = new AtomicBoolean();
        Gate gate = new Gate(caughtUp::get, standstill);
        standstill.know(false, false);
        assertThat(gate.open()).containsExactly(Lane.TRANSACTIONAL);
        caughtUp.set(true);
        assertThat(gate.open()).containsExactly(Lane.values());
    }

    @Test
    void nothingGoesWhileAllIsPausedNorBeforeThatIsKnown() {
        Gate gate = new Gate(() -> true, standstill);
        assertThat(gate.open()).isEmpty();
        assertThat(gate.transactional()).isEmpty();

        standstill.know(false, true);
        assertThat(gate.open()).containsExactly(Lane.values());
        assertThat(gate.transactional()).containsExactly(Lane.TRANSACTIONAL);

        standstill.know(true, false);
        assertThat(gate.open()).isEmpty();
        assertThat(gate.transactional()).isEmpty();
    }
}
