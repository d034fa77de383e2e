package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.SessionInfo;
import museum.atrium.notification.planning.Slot;

/** A session as known at this moment. */
record LiveSession(UUID id, long revision, boolean cancelled, Map<String, String> title, Slot slot, Manner manner) {

    SessionInfo info() {
        return info(slot);
    }

    /** The same session at another time. */
    SessionInfo info(Slot at) {
        return new SessionInfo(id, title, at.startsAt(), at.endsAt(), at.timeZone(), cancelled, manner);
    }

    boolean isOver(Instant now) {
        return !slot.endsAt().isAfter(now);
    }
}
