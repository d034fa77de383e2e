package museum.atrium.system;

import java.time.Duration;
import museum.atrium.system.stack.Stack;
import org.junit.jupiter.api.Order;

/** The whole chain on a quiet day: nothing repeats, and a free place is filled at once. */
@SystemTest
@Order(3)
class WholeChainIT extends WholeChain {

    WholeChainIT(Stack stack) {
        super(
                new Journey(Visitors.of(stack), JourneyInbox.Repeats.NONE),
                new Pace(
                        // The reminder of the first date would fall due while the test still watches.
                        Duration.ofSeconds(100),
                        Duration.ofSeconds(110),
                        Duration.ZERO,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20)));
    }
}
