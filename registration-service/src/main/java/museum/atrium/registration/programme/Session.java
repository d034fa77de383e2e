package museum.atrium.registration.programme;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One live slot of an activity.
 *
 * @param revision rises only when times, zone or status change: a reminder belongs to one revision
 * @param joinUrl the live room; never shown but to who joins
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
        Places places) {

    public boolean takesPlace() {
        return status == SessionStatus.SCHEDULED;
    }

    Session withRoomFor(@Nullable Integer capacity) {
        return new Session(
                id, revision, status, title, startsAt, endsAt, timeZone, joinUrl, new Places(capacity, places.taken()));
    }

    Session cancelled() {
        return new Session(
                id, revision + 1, SessionStatus.CANCELLED, title, startsAt, endsAt, timeZone, joinUrl, places);
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
                        places)
                .withRoomFor(plan.capacity());
    }
}
