package museum.atrium.notification.reachability;

import java.time.Duration;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import org.springframework.stereotype.Component;

/** Looks for what was never told at start, and now and then: it is next to nothing once it was looked for. */
@Component
class LookingForUntold extends Backgrounds {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Untold untold;

    LookingForUntold(Untold untold) {
        super(PATIENCE);
        this.untold = untold;
    }

    @Override
    protected void begin() {
        repeat("telling who is reached", new Wake(), () -> untold.tellSome() ? Duration.ZERO : EVERY);
    }
}
