package museum.atrium.registration.programme;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One slot of an activity: live, or a module to go through in one's own time.
 *
 * @param revision rises only when times, zone or status change: a reminder belongs to one revision
 * @param joinUrl the live room, or where a self-paced module is found; never shown but to who joins
 * @param places confirmed registrations that include this session, against its own capacity
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
        Places places,
        SessionFormat format) {

    public boolean takesPlace() {
        return status == SessionStatus.SCHEDULED;
    }

    /** Whether it is one that people come to at the same time. */
    public boolean isLive() {
        return takesPlace() && !format.selfPaced();
    }

    /** Whether nobody can take part in both. */
    boolean clashesWith(Session other) {
        return !id.equals(other.id)
                && isLive()
                && other.isLive()
                && startsAt.isBefore(other.endsAt)
                && other.startsAt.isBefore(endsAt);
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
                new Places(capacity, places.taken()),
                format);
    }

    Session cancelled() {
        return new Session(
                id, revision + 1, SessionStatus.CANCELLED, title, startsAt, endsAt, timeZone, joinUrl, places, format);
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
                        places,
                        plan.format())
                .withRoomFor(plan.capacity());
    }
}
