package museum.atrium.notification.pausing;

import java.time.Duration;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps this instance informed, and carries out what any instance was told, or died over. It starts before and ends after the senders. */
@Component
class Watch extends Backgrounds {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Known(boolean total, boolean partial) {}

    private final JdbcClient jdbc;
    private final Standstill standstill;
    private final Releasing releasing;
    private final Cancelling cancelling;
    private final Wake wake = new Wake();

    Watch(JdbcClient jdbc, Standstill standstill, Releasing releasing, Cancelling cancelling) {
        super(PATIENCE);
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
    protected void begin() {
        repeat("looking for pauses", wake, this::look);
        repeat("releasing mails", wake, () -> releasing.releaseSome() ? Duration.ZERO : LOOK);
        repeat("cancelling mails", wake, () -> cancelling.cancelSome() == Cancelling.Next.MORE ? Duration.ZERO : LOOK);
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
}
