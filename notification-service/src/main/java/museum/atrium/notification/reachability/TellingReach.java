package museum.atrium.notification.reachability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tells what has become different since it was last told, in the transaction of whoever changed it. */
@Component
public class TellingReach {

    private static final int CHUNK = 500;

    private final Reaches reaches;
    private final Outbox outbox;

    TellingReach(Reaches reaches, Outbox outbox) {
        this.reaches = reaches;
        this.outbox = outbox;
    }

    /** {@code contracts/events/reach.schema.json}. */
    private record Told(
            UUID registration,
            long revision,
            boolean reachable,
            @Nullable String because,
            @Nullable Instant since,
            List<String> unsubscribed) {}

    /** Of a registration whose address the caller holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOf(UUID registration) {
        tell(reaches.changesOf(registration));
    }

    /** Of whatever registrations have this address, which the caller holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfAll(String addressKey) {
        List<Change> chunk;
        do {
            chunk = reaches.changesOf(addressKey, CHUNK);
            tell(chunk);
        } while (chunk.size() == CHUNK);
    }

    /**
     * Of a registration that has no address any more; nothing is told.
     *
     * @return how many there were
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(UUID registration) {
        return reaches.delete(registration);
    }

    private void tell(List<Change> changes) {
        if (!changes.isEmpty()) {
            reaches.save(changes);
            outbox.addAll(changes.stream().map(TellingReach::event).toList());
        }
    }

    private static OutgoingEvent event(Change change) {
        Reach now = change.now();
        return new OutgoingEvent(
                ReachTopic.NAME,
                change.registration().toString(),
                change.type(),
                JsonMapper.shared()
                        .writeValueAsString(new Told(
                                change.registration(),
                                change.revision(),
                                now.reachable(),
                                now.because(),
                                now.since(),
                                now.unsubscribed())));
    }
}
