package museum.atrium.notification.planning;

import java.time.Duration;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes notices on, chunk by chunk, whichever instance noticed them and whichever died over it. */
@Component
class Expansion implements SmartLifecycle {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Expanding expanding;
    private final Wake wake = new Wake();
    private @Nullable Background background;

    Expansion(Expanding expanding) {
        this.expanding = expanding;
    }

    @TransactionalEventListener
    public void on(Noticed noticed) {
        wake.call();
    }

    @Override
    public synchronized void start() {
        background = Background.start("passing notices on", wake, () -> expanding.expandSome() ? Duration.ZERO : POLL);
    }

    @Override
    public synchronized void stop() {
        if (background != null) {
            background.stop();
            background.awaitEnd(PATIENCE);
            background = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return background != null;
    }
}
