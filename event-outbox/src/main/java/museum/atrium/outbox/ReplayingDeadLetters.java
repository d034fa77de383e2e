package museum.atrium.outbox;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * {@code java -jar service.jar --replay-dead-letters=<topic>} gives the dead letters of a topic to their handler again, in
 * order, and ends. They are not put back into their topic: there an old event would be the last one of its key, and
 * compaction would keep it instead of the newer. What still cannot be understood becomes a dead letter again.
 */
final class ReplayingDeadLetters implements ApplicationRunner {

    static final String OPTION = "replay-dead-letters";

    private static final Logger log = LoggerFactory.getLogger(ReplayingDeadLetters.class);

    private final DeadLetterTopic deadLetters;
    private final HandlingEvents handling;
    private final Runnable exit;

    ReplayingDeadLetters(DeadLetterTopic deadLetters, HandlingEvents handling, Runnable exit) {
        this.deadLetters = deadLetters;
        this.handling = handling;
        this.exit = exit;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Replayed replayed = new Replayed();
        deadLetters.read(letter -> {
            Handled handled = handling.handle(List.of(letter));
            handled.stops().values().forEach(stop -> {
                throw new IllegalStateException(
                        "The replay stopped at a record that cannot be handled now; the next replay begins with it",
                        stop.cause());
            });
            replayed.count(handled);
        });
        log.info(
                "Replayed {} dead letters of {}: {} were handled, {} still cannot be understood and are dead letters again",
                replayed.handled + replayed.dead,
                deadLetters.origin(),
                replayed.handled,
                replayed.dead);
        exit.run();
    }

    private static final class Replayed {
        private int handled;
        private int dead;

        void count(Handled outcome) {
            if (outcome.buried() > 0) {
                dead++;
            } else {
                handled++;
            }
        }
    }
}
