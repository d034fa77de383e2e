package museum.atrium.registration.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.Material;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * One participant, one activity, the sessions chosen.
 *
 * @param revision rises with every change
 * @param sessions null: every session, also one that is added later
 * @param repeatedAt when the person was last told that they are registered already
 * @param linkVersion raised to make all links that were sent worthless
 * @param invitation the code that invited; null: none was needed
 * @param occasions what happened, with the revision at which it last did
 * @param answers to what was asked at sign-up
 * @param takeover whose place this one waits to take over; null: it stands for itself
 */
public record Registration(
        RegistrationId id,
        ActivityId activity,
        long revision,
        Standing standing,
        Person person,
        @Nullable Set<SessionId> sessions,
        Instant registeredAt,
        @Nullable Instant repeatedAt,
        int linkVersion,
        @Nullable UUID invitation,
        Map<Occasion, Long> occasions,
        Set<SessionId> attended,
        Answers answers,
        @Nullable Takeover takeover) {

    /** What somebody asks for, before it is decided what comes of it. */
    static Registration asked(
            RegistrationId id, ActivityId activity, Choice choice, @Nullable UUID invitation, Instant now) {
        return new Registration(
                id,
                activity,
                0,
                new Standing.Cancelled(),
                choice.person(),
                choice.sessions(),
                now,
                null,
                1,
                invitation,
                Map.of(),
                Set.of(),
                choice.answers(),
                null);
    }

    public RegistrationStatus status() {
        return standing.status();
    }

    boolean isActive() {
        return status() != RegistrationStatus.CANCELLED;
    }

    public boolean includes(SessionId session) {
        return sessions == null || sessions.contains(session);
    }

    /** Chosen sessions at the same time as this one, if it is chosen too. */
    List<SessionId> clashes(Activity of, Session session) {
        return includes(session.id())
                ? of.clashesWith(session).stream().filter(this::includes).toList()
                : List.of();
    }

    /** What goes with the session and is open to this registration. */
    List<Material> materials(Session session) {
        boolean hasPlace = standing instanceof Standing.Confirmed && includes(session.id());
        return session.format().materials().stream()
                .filter(material -> hasPlace || material.access() == Material.Access.PUBLIC)
                .toList();
    }

    /** Signed up anew, with what the person wrote this time. */
    Registration again(Choice choice, @Nullable UUID invitedBy, Instant now) {
        return new Registration(
                id,
                activity,
                revision,
                new Standing.Cancelled(),
                choice.person(),
                choice.sessions(),
                now,
                repeatedAt,
                linkVersion,
                invitedBy,
                occasions,
                attended,
                choice.answers(),
                null);
    }

    Registration become(Standing then, Occasion occasion) {
        return next(then, choice(), repeatedAt, noted(occasion), attended);
    }

    /** Nothing changes, but the person is told, and when is remembered. */
    Registration toldAgain(Occasion occasion, Instant now) {
        return next(standing, choice(), now, noted(occasion), attended);
    }

    /** Nothing changes, but the person is told whatever was told before. */
    Registration told(Occasion occasion) {
        return next(standing, choice(), repeatedAt, noted(occasion), attended);
    }

    /** Nobody can fill somebody else's mailbox by naming the address again and again. */
    boolean wasToldWithin(Duration time, Instant now) {
        return repeatedAt != null && repeatedAt.plus(time).isAfter(now);
    }

    /** Only a changed choice of sessions is an occasion to write a mail. */
    Registration changed(Choice edited) {
        boolean otherSessions = !Objects.equals(sessions, edited.sessions());
        return next(standing, edited, repeatedAt, otherSessions ? noted(Occasion.CHANGED) : occasions, attended);
    }

    /** Asked for by somebody else: only the owner of the address can let it become more than that. */
    Registration awaiting(Takeover planned, Instant until) {
        return new Registration(
                id,
                activity,
                revision + 1,
                new Standing.AwaitingAddress(until),
                person,
                sessions,
                registeredAt,
                repeatedAt,
                linkVersion,
                invitation,
                noted(planned.as().asked()),
                attended,
                answers,
                planned);
    }

    /** Has what {@code giver} had, and answers of its own. */
    Registration inPlaceOf(Registration giver, Instant now) {
        boolean confirmed = giver.standing() instanceof Standing.Confirmed;
        return new Registration(
                id,
                activity,
                revision + 1,
                confirmed ? new Standing.Confirmed(now) : giver.standing(),
                person,
                giver.sessions(),
                registeredAt,
                repeatedAt,
                linkVersion,
                giver.invitation(),
                noted(
                        confirmed
                                ? Occasion.CONFIRMED
                                : giver.standing().holdsPlace() ? Occasion.OFFERED : Occasion.WAITLISTED),
                attended,
                answers,
                null);
    }

    /** Belongs to the same person at another address. The links that the old one was sent open nothing from then on. */
    Registration movedTo(EmailAddress address) {
        return new Registration(
                id,
                activity,
                revision + 1,
                standing,
                person.at(address),
                sessions,
                registeredAt,
                null,
                linkVersion + 1,
                invitation,
                noted(Occasion.ADDRESS_CHANGED),
                attended,
                answers,
                takeover);
    }

    Registration attended(SessionId session) {
        Set<SessionId> all = new HashSet<>(attended);
        all.add(session);
        return next(standing, choice(), repeatedAt, occasions, Set.copyOf(all));
    }

    /** What happened with this revision; empty where it was no occasion. */
    Optional<Occasion> latest() {
        return occasions.entrySet().stream()
                .filter(entry -> entry.getValue() == revision)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Choice choice() {
        return new Choice(person, sessions, answers);
    }

    private Map<Occasion, Long> noted(Occasion occasion) {
        Map<Occasion, Long> known = new EnumMap<>(Occasion.class);
        known.putAll(occasions);
        known.put(occasion, revision + 1);
        return known;
    }

    private Registration next(
            Standing then, Choice wanted, @Nullable Instant told, Map<Occasion, Long> happened, Set<SessionId> came) {
        return new Registration(
                id,
                activity,
                revision + 1,
                then,
                wanted.person(),
                wanted.sessions(),
                registeredAt,
                told,
                linkVersion,
                invitation,
                happened,
                came,
                wanted.answers(),
                then instanceof Standing.AwaitingAddress ? takeover : null);
    }
}
