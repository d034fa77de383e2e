package museum.atrium.registration.reminders;

import java.time.Instant;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;

/**
 * The time has come to remind those who take part in a session; told inside the transaction that holds the activity's lock.
 *
 * @param distance ISO 8601 duration before the start, as the organiser wrote it
 * @param expiresAt the session's start: a reminder after it would be untrue
 */
public record ReminderDue(
        ActivityId activity,
        SessionId session,
        long sessionRevision,
        String distance,
        Instant dueAt,
        Instant expiresAt) {}
