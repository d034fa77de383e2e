package museum.atrium.notification.planning;

import java.time.Instant;
import java.time.ZoneId;

/** When a session takes place, and in whose local time. */
public record Slot(Instant startsAt, Instant endsAt, ZoneId timeZone) {}
