package museum.atrium.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sending some events. */
final class Sent {

    private final List<StoredEvent> acknowledged = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private @Nullable Throwable outage;

    /** An event that the broker will not take however often it is repeated. */
    record Refusal(StoredEvent event, Throwable cause) {}

    void acknowledged(StoredEvent event) {
        acknowledged.add(event);
    }

    void refused(StoredEvent event, Throwable cause) {
        refusals.add(new Refusal(event, cause));
    }

    void stoppedBy(Throwable cause) {
        outage = cause;
    }

    /** Those that the broker holds for good: of each key a beginning of its events. */
    List<StoredEvent> acknowledged() {
        return acknowledged;
    }

    /** At most one of each key. */
    List<Refusal> refusals() {
        return refusals;
    }

    /** Why nothing further can be sent for now. */
    @Nullable Throwable outage() {
        return outage;
    }
}
