package museum.atrium.notification.delivery;

import java.util.UUID;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What a person was last told of a session.
 *
 * @param method null when they were told without a calendar entry
 * @param sequence of the calendar entry; -1 before the first
 * @param previous what they had been told before, when that was another time
 * @param by the delivery that told it
 * @param revision the registration's, as it stood then
 */
record Told(
        UUID registration,
        UUID session,
        @Nullable CalendarMethod method,
        int sequence,
        Slot slot,
        @Nullable Slot previous,
        long by,
        long revision) {}
