package museum.atrium.notification.audience;

import java.util.UUID;
import museum.atrium.notification.planning.Slot;

/** A session as it was before the event at hand. */
record KnownSession(UUID id, long revision, boolean cancelled, Slot slot) {}
