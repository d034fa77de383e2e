package museum.atrium.notification.pausing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps this instance informed, and carries out what any instance was told, or died over. It starts before and ends after the senders. */
@Component
class Watch implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Known(boolean total, boolean partial) {}

    private final JdbcClient jdbc;
    private final Standstill standstill;
    private final Releasing releasing;
    private final Cancelling cancelling;
    private final Wake wake = new Wake();
    private final List<Background> threads = new ArrayList<>();

    Watch(JdbcClient jdbc, Standstill standstill, Releasing releasing, Cancelling cancelling) {
        this.jdbc = jdbc;
        this.standstill = standstill;
        this.releasing = releasing;
        this.cancelling = cancelling;
    }

    @TransactionalEventListener
    public void on(Changed changed) {
        wake.call();
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        threads.add(Background.start("looking for pauses", wake, this::look));
        threads.add(Background.start("releasing mails", wake, () -> releasing.releaseSome() ? Duration.ZERO : LOOK));
        threads.add(Background.start(
                "cancelling mails",
                wake,
                () -> cancelling.cancelSome() == Cancelling.Next.MORE ? Duration.ZERO : LOOK));
    }

    private Duration look() {
        Known known = jdbc.sql("""
                select exists (select from pauses where activity is null and not lifted) as total,
                       exists (select from pauses where activity is not null and not lifted)
                         or exists (select from cancellations) as partial
                """)
                .query((row, number) -> new Known(row.getBoolean("total"), row.getBoolean("partial")))
                .single();
        standstill.know(known.total(), known.partial());
        return LOOK;
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Background::stop);
        threads.forEach(thread -> thread.awaitEnd(PATIENCE));
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
