package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import museum.atrium.system.stack.Service;
import museum.atrium.system.stack.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same chain while each service is killed at moments that nobody chose: the same mails, none lost. */
@SystemTest
@Order(5)
class WholeChainUnderKillsIT extends WholeChain {

    private final Kills kills;
    private final Stack stack;

    WholeChainUnderKillsIT(Stack stack) {
        super(
                new Journey(Visitors.of(stack, Duration.ofSeconds(60)), JourneyInbox.Repeats.WITH_THE_SAME_MESSAGE_ID),
                new Pace(
                        // Far ahead at first: only the date that holds may remind, however long the steps before take.
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(105),
                        Duration.ofMillis(800),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60)));
        this.stack = stack;
        this.kills = new Kills();
    }

    @BeforeAll
    void services() {
        assumeTrue(
                stack.processes().isPresent(),
                "the services of a stack that was started elsewhere are not ours to kill");
        kills.begin(stack.processes().orElseThrow());
    }

    @AfterAll
    void peace() {
        kills.close();
    }

    @Test
    @Order(10)
    void eachServiceWasKilledOnTheWay() {
        kills.close();

        assertThat(kills.counted()).containsOnlyKeys(Service.values());
    }
}
