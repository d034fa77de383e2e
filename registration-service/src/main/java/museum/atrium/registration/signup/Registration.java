package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * One participant, one activity, the sessions chosen.
 *
 * @param revision rises with every change
 * @param sessions null: every session, also one that is added later
 * @param placeInLine the number drawn on joining the waitlist
 * @param repeatedAt when the person was last told that they are registered already
 * @param linkVersion raised to make all links that were sent worthless
 * @param occasions what happened, with the revision at which it last did
 */
public record Registration(
        RegistrationId id,
        ActivityId activity,
        long revision,
        RegistrationStatus status,
        Person person,
        @Nullable Set<SessionId> sessions,
        @Nullable Long placeInLine,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant repeatedAt,
        int linkVersion,
        Map<Occasion, Long> occasions,
        Set<SessionId> attended) {

    static Registration confirmed(
            RegistrationId id, ActivityId activity, Person person, @Nullable Set<SessionId> sessions, Instant now) {
        return blank(id, activity, person, sessions, now)
                .next(RegistrationStatus.CONFIRMED, Occasion.CONFIRMED, null, now);
    }

    static Registration waitlisted(
            RegistrationId id,
            ActivityId activity,
            Person person,
            @Nullable Set<SessionId> sessions,
            long placeInLine,
            Instant now) {
        return blank(id, activity, person, sessions, now)
                .next(RegistrationStatus.WAITLISTED, Occasion.WAITLISTED, placeInLine, null);
    }

    private static Registration blank(
            RegistrationId id, ActivityId activity, Person person, @Nullable Set<SessionId> sessions, Instant now) {
        return new Registration(
                id,
                activity,
                0,
                RegistrationStatus.CANCELLED,
                person,
                sessions,
                null,
                now,
                null,
                null,
                1,
                Map.of(),
                Set.of());
    }

    boolean isActive() {
        return status != RegistrationStatus.CANCELLED;
    }

    public boolean includes(SessionId session) {
        return sessions == null || sessions.contains(session);
    }

    /** Signed up anew after a cancellation, with what the person wrote this time. */
    Registration again(Person writtenNow, @Nullable Set<SessionId> wish, Instant now) {
        return new Registration(
                id,
                activity,
                revision,
                status,
                writtenNow,
                wish,
                null,
                now,
                null,
                repeatedAt,
                linkVersion,
                occasions,
                attended);
    }

    Registration confirmed(Instant now) {
        return next(RegistrationStatus.CONFIRMED, Occasion.CONFIRMED, null, now);
    }

    Registration waitlisted(long place) {
        return next(RegistrationStatus.WAITLISTED, Occasion.WAITLISTED, place, null);
    }

    Registration promoted(Instant now) {
        return next(RegistrationStatus.CONFIRMED, Occasion.PROMOTED, null, now);
    }

    Registration cancelled() {
        return next(RegistrationStatus.CANCELLED, Occasion.CANCELLED, null, null);
    }

    Registration repeated(Instant now) {
        Registration told = next(status, Occasion.REPEATED, placeInLine, confirmedAt);
        return new Registration(
                id,
                activity,
                told.revision,
                status,
                person,
                sessions,
                placeInLine,
                registeredAt,
                confirmedAt,
                now,
                linkVersion,
                told.occasions,
                attended);
    }

    /** Only a changed choice of sessions is an occasion to write a mail. */
    Registration changed(Person edited, @Nullable Set<SessionId> wish) {
        boolean otherSessions = !java.util.Objects.equals(sessions, wish);
        Registration next = otherSessions
                ? next(status, Occasion.CHANGED, placeInLine, confirmedAt)
                : new Registration(
                        id,
                        activity,
                        revision + 1,
                        status,
                        person,
                        sessions,
                        placeInLine,
                        registeredAt,
                        confirmedAt,
                        repeatedAt,
                        linkVersion,
                        occasions,
                        attended);
        return new Registration(
                id,
                activity,
                next.revision,
                status,
                edited,
                wish,
                placeInLine,
                registeredAt,
                confirmedAt,
                repeatedAt,
                linkVersion,
                next.occasions,
                attended);
    }

    Registration attended(SessionId session) {
        Set<SessionId> all = new HashSet<>(attended);
        all.add(session);
        return new Registration(
                id,
                activity,
                revision + 1,
                status,
                person,
                sessions,
                placeInLine,
                registeredAt,
                confirmedAt,
                repeatedAt,
                linkVersion,
                occasions,
                Set.copyOf(all));
    }

    private Registration next(
            RegistrationStatus then, Occasion occasion, @Nullable Long line, @Nullable Instant confirmed) {
        Map<Occasion, Long> known = new EnumMap<>(Occasion.class);
        known.putAll(occasions);
        known.put(occasion, revision + 1);
        return new Registration(
                id,
                activity,
                revision + 1,
                then,
                person,
                sessions,
                line,
                registeredAt,
                confirmed,
                repeatedAt,
                linkVersion,
                known,
                attended);
    }
}
