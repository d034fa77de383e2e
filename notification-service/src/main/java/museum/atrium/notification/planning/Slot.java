package museum.atrium.notification.planning;

import java.time.Instant;
import java.time.ZoneId;

/** When a session takes place, and in whose local time. */
public record Slot(Instant startsAt, Instant endsAt, ZoneId timeZone) {

    /** Whether it begins and ends when the other does, whatever the clocks say there: nobody has to come at another time. */
    public boolean isAtTimesOf(Slot other) {
        return startsAt.equals(other.startsAt) && endsAt.equals(other.endsAt);
    }
}
