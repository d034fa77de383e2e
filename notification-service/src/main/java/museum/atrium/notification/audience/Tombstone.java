package museum.atrium.notification.audience;

import java.util.UUID;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;

/**
 * The end of a key. It carries no revision and needs none: what it ended, a registration or a network, never comes again
 * with the same id, so that nothing which is read after its tombstone can be newer.
 */
public final class Tombstone {

    /** Higher than any that follows. */
    static final long REVISION = Long.MAX_VALUE;

    private Tombstone() {}

    /** What it ends. */
    public static UUID of(ReceivedEvent event) {
        try {
            return UUID.fromString(event.key());
        } catch (IllegalArgumentException e) {
            throw new NotUnderstandable("The key of a tombstone on %s is not a UUID".formatted(event.topic()));
        }
    }
}
