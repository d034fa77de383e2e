package museum.atrium.notification.reachability;

import java.time.Duration;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for what was never told at start, and now and then: it is next to nothing once it was looked for. */
@Component
class LookingForUntold implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Untold untold;
    private @Nullable Background thread;

    LookingForUntold(Untold untold) {
        this.untold = untold;
    }

    @Override
    public synchronized void start() {
        thread =
                Background.start("telling who is reached", new Wake(), () -> untold.tellSome() ? Duration.ZERO : EVERY);
    }

    @Override
    public synchronized void stop() {
        Background running = thread;
        thread = null;
        if (running != null) {
            running.stop();
            running.awaitEnd(PATIENCE);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
