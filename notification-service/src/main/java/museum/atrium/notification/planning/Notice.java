package museum.atrium.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * What concerns an activity's whole audience.
 *
 * @param kind the kind of mail; null when the activity itself became known and those who waited for it are taken up
 * @param about the session, the recording, or the activity that is new in a series
 * @param distance of a reminder, as ISO 8601; else empty
 * @param session whom it concerns: those who chose it; null for everyone of the activity
 * @param cutOff registration-service's time of it: who was confirmed later is told otherwise
 */
public record Notice(
        UUID activity,
        @Nullable MailKind kind,
        @Nullable UUID about,
        String distance,
        long revision,
        @Nullable UUID session,
        boolean attendeesOnly,
        Instant cutOff,
        @Nullable Instant expiresAt,
        @Nullable Slot previous) {

    /** Thanks that come later than this are odd. */
    private static final Duration FOLLOW_UP_IS_NEWS = Duration.ofDays(7);

    public static Notice audienceOf(UUID activity, Instant at) {
        return new Notice(activity, null, null, "", 0, null, false, at, null, null);
    }

    public static Notice reminder(
            UUID activity, UUID session, long sessionRevision, Duration distance, Instant dueAt, Instant expiresAt) {
        return new Notice(
                activity,
                MailKind.REMINDER,
                session,
                distance.toString(),
                sessionRevision,
                session,
                false,
                dueAt,
                expiresAt,
                null);
    }

    public static Notice sessionRescheduled(
            UUID activity, UUID session, long sessionRevision, Instant at, Slot previous, Instant endsAt) {
        return new Notice(
                activity,
                MailKind.SESSION_RESCHEDULED,
                session,
                "",
                sessionRevision,
                session,
                false,
                at,
                endsAt,
                previous);
    }

    public static Notice sessionCancelled(UUID activity, UUID session, long sessionRevision, Instant at) {
        return new Notice(
                activity, MailKind.SESSION_CANCELLED, session, "", sessionRevision, session, false, at, null, null);
    }

    public static Notice activityCancelled(UUID activity, Instant at) {
        return new Notice(activity, MailKind.ACTIVITY_CANCELLED, null, "", 0, null, false, at, null, null);
    }

    /** Without a revision: whatever follows, each who is interested is told once that there are dates. */
    public static Notice nowDated(UUID activity, Instant at) {
        return new Notice(activity, MailKind.NOW_DATED, null, "", 0, null, false, at, null, null);
    }

    /** For who was subscribed to the series by then. Once, also if the activity leaves the series and comes back. */
    public static Notice newInSeries(UUID series, UUID activity, Instant at) {
        return new Notice(series, MailKind.NEW_IN_SERIES, activity, "", 0, null, false, at, null, null);
    }

    /** Without the recording's revision: whatever follows, each registration is told of a recording once. */
    public static Notice recordingAvailable(
            UUID activity, UUID recording, @Nullable UUID session, boolean attendeesOnly, Instant publishedAt) {
        return new Notice(
                activity,
                MailKind.RECORDING_AVAILABLE,
                recording,
                "",
                0,
                session,
                attendeesOnly,
                publishedAt,
                null,
                null);
    }

    /**
     * Once for an activity, whatever is added to it later.
     *
     * @param settledAt since when it is known who came
     */
    public static Notice followUp(UUID activity, Instant settledAt) {
        return new Notice(
                activity,
                MailKind.FOLLOW_UP,
                null,
                "",
                0,
                null,
                false,
                settledAt,
                settledAt.plus(FOLLOW_UP_IS_NEWS),
                null);
    }

    String kindName() {
        return kind == null ? "AUDIENCE" : kind.name();
    }
}
