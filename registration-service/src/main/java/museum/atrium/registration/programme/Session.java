package museum.atrium.registration.programme;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One slot of an activity: live, or a module to go through in one's own time.
 *
 * @param revision rises only when times, zone or status change: a reminder belongs to one revision
 * @param joinUrl the live room, or where a self-paced module is found; never shown but to who joins
 * @param hostUrl the live room for who leads the session; never shown but to organisers and to who speaks, as they go in
 * @param places confirmed registrations that include this session, against its own capacity
 * @param attendanceSettledAt since when who is not known to have come counts as absent; null: that is still open
 */
public record Session(
        SessionId id,
        long revision,
        SessionStatus status,
        LocalizedText title,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        @Nullable URI joinUrl,
        @Nullable URI hostUrl,
        Places places,
        SessionFormat format,
        @Nullable Instant attendanceSettledAt) {

    public boolean takesPlace() {
        return status == SessionStatus.SCHEDULED;
    }

    /** Whether it is one that people come to at the same time. */
    public boolean isLive() {
        return takesPlace() && !format.selfPaced();
    }

    /** How long it is, in whole minutes as attendance is counted. */
    public int minutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }

    boolean isAttendanceKnown(Instant now) {
        return attendanceSettledAt != null && !endsAt.isAfter(now);
    }

    /** @throws Refusal 409 if there can be no attendance yet, or never will be */
    public void refuseIfNobodyCame(Instant now) {
        if (!takesPlace()) {
            throw Refusal.conflict("session-cancelled", "The session " + id + " was cancelled: nobody came.");
        }
        if (startsAt.isAfter(now)) {
            throw Refusal.conflict("session-ahead", "The session " + id + " has not begun yet.");
        }
    }

    /** Whether nobody can take part in both. */
    boolean clashesWith(Session other) {
        return !id.equals(other.id)
                && isLive()
                && other.isLive()
                && startsAt.isBefore(other.endsAt)
                && other.startsAt.isBefore(endsAt);
    }

    /** The same at another time. */
    Session at(Instant starts, Instant ends) {
        return new Session(
                id,
                revision,
                status,
                title,
                starts,
                ends,
                timeZone,
                joinUrl,
                hostUrl,
                places,
                format,
                attendanceSettledAt);
    }

    /**
     * As a new one: nobody is in it, nobody came. Without its live room, which would let people into another one's, and without
     * the host's way into it; where a self-paced module is found, it still is.
     */
    Session anew(SessionId other) {
        return new Session(
                other,
                1,
                SessionStatus.SCHEDULED,
                title,
                startsAt,
                endsAt,
                timeZone,
                format.selfPaced() ? joinUrl : null,
                null,
                new Places(places.capacity(), 0),
                format,
                null);
    }

    Session withRoomFor(@Nullable Integer capacity) {
        return new Session(
                id,
                revision,
                status,
                title,
                startsAt,
                endsAt,
                timeZone,
                joinUrl,
                hostUrl,
                new Places(capacity, places.taken()),
                format,
                attendanceSettledAt);
    }

    Session cancelled() {
        return new Session(
                id,
                revision + 1,
                SessionStatus.CANCELLED,
                title,
                startsAt,
                endsAt,
                timeZone,
                joinUrl,
                hostUrl,
                places,
                format,
                attendanceSettledAt);
    }

    Session settled(Instant now) {
        return new Session(
                id, revision, status, title, startsAt, endsAt, timeZone, joinUrl, hostUrl, places, format, now);
    }

    /** The same session as {@code plan} has it, with a new revision if it moved. */
    Session following(SessionPlan plan) {
        boolean moved = !plan.startsAt().equals(startsAt)
                || !plan.endsAt().equals(endsAt)
                || !plan.timeZone().equals(timeZone);
        return new Session(
                        id,
                        moved ? revision + 1 : revision,
                        status,
                        plan.title(),
                        plan.startsAt(),
                        plan.endsAt(),
                        plan.timeZone(),
                        plan.joinUrl(),
                        plan.hostUrl(),
                        places,
                        plan.format(),
                        moved ? null : attendanceSettledAt)
                .withRoomFor(plan.capacity());
    }
}
