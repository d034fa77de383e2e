package museum.atrium.notification.planning;

import java.time.Duration;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Passes notices on, chunk by chunk, whichever instance noticed them and whichever died over it. */
@Component
class Expansion extends Backgrounds {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Expanding expanding;
    private final Wake wake = new Wake();

    Expansion(Expanding expanding) {
        super(PATIENCE);
        this.expanding = expanding;
    }

    @TransactionalEventListener
    public void on(Noticed noticed) {
        wake.call();
    }

    @Override
    protected void begin() {
        repeat("passing notices on", wake, () -> expanding.expandSome() ? Duration.ZERO : POLL);
    }
}
