package museum.atrium.registration.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * @param choice who it is, what they chose and answered
 * @param takeover whose place this one waits to take over; null: it stands for itself
 * @param linkVersion raised to make all links that were sent worthless
 * @param invitation the code that invited; null: none was needed
 */
public record Registration(
        RegistrationId id,
        ActivityId activity,
        Standing standing,
        Choice choice,
        @Nullable Takeover takeover,
        int linkVersion,
        @Nullable UUID invitation,
        History history) {

    /** What somebody asks for, before it is decided what comes of it. */
    static Registration asked(
            RegistrationId id, ActivityId activity, Choice choice, @Nullable UUID invitation, Instant now) {
        return new Registration(
                id, activity, new Standing.Cancelled(), choice, null, 1, invitation, History.beginning(now));
    }

    public Person person() {
        return choice.person();
    }

    /** Null: every session, also one that is added later. */
    public @Nullable Set<SessionId> sessions() {
        return choice.sessions();
    }

    Answers answers() {
        return choice.answers();
    }

    public long revision() {
        return history.revision();
    }

    Instant registeredAt() {
        return history.registeredAt();
    }

    public Set<SessionId> attended() {
        return history.attended();
    }

    public RegistrationStatus status() {
        return standing.status();
    }

    boolean isActive() {
        return status() != RegistrationStatus.CANCELLED;
    }

    public boolean includes(SessionId session) {
        return sessions() == null || sessions().contains(session);
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
    Registration again(Choice written, @Nullable UUID invitedBy, Instant now) {
        return new Registration(
                id, activity, new Standing.Cancelled(), written, null, linkVersion, invitedBy, history.again(now));
    }

    Registration become(Standing then, Occasion occasion) {
        return next(then, choice, history.noting(occasion));
    }

    /** @param found a place, or one in the line */
    Registration seated(Standing found) {
        return become(found, found instanceof Standing.Confirmed ? Occasion.CONFIRMED : Occasion.WAITLISTED);
    }

    /** Nothing changes, but the person is told, and when is remembered. */
    Registration toldAgain(Occasion occasion, Instant now) {
        return next(standing, choice, history.repeating(occasion, now));
    }

    /** Nothing changes, but the person is told whatever was told before. */
    Registration told(Occasion occasion) {
        return next(standing, choice, history.noting(occasion));
    }

    /** Nobody can fill somebody else's mailbox by naming the address again and again. */
    boolean wasToldWithin(Duration time, Instant now) {
        Instant toldLast = history.repeatedAt();
        return toldLast != null && toldLast.plus(time).isAfter(now);
    }

    /** Only a changed choice of sessions is an occasion to write a mail. */
    Registration changed(Choice edited) {
        boolean otherSessions = !Objects.equals(sessions(), edited.sessions());
        return next(standing, edited, otherSessions ? history.noting(Occasion.CHANGED) : history.next());
    }

    /** Asked for by somebody else: only the owner of the address can let it become more than that. */
    Registration awaiting(Takeover planned, Instant until) {
        return new Registration(
                id,
                activity,
                new Standing.AwaitingAddress(until),
                choice,
                planned,
                linkVersion,
                invitation,
                history.noting(planned.as().asked()));
    }

    /** Has what {@code giver} had, and answers of its own. */
    Registration inPlaceOf(Registration giver, Instant now) {
        boolean confirmed = giver.standing instanceof Standing.Confirmed;
        Occasion occasion =
                confirmed ? Occasion.CONFIRMED : giver.standing.holdsPlace() ? Occasion.OFFERED : Occasion.WAITLISTED;
        return new Registration(
                id,
                activity,
                confirmed ? new Standing.Confirmed(now) : giver.standing,
                new Choice(person(), giver.sessions(), answers()),
                null,
                linkVersion,
                giver.invitation,
                history.noting(occasion));
    }

    /** Belongs to the same person at another address. The links that the old one was sent open nothing from then on. */
    Registration movedTo(EmailAddress address) {
        return new Registration(
                id,
                activity,
                standing,
                new Choice(person().at(address), sessions(), answers()),
                takeover,
                linkVersion + 1,
                invitation,
                history.moving());
    }

    Registration attended(SessionId session) {
        return next(standing, choice, history.attending(session));
    }

    Registration absentFrom(SessionId session) {
        return next(standing, choice, history.missing(session));
    }

    /** What happened with this revision; empty where it was no occasion. */
    Optional<Occasion> latest() {
        return history.latest();
    }

    private Registration next(Standing then, Choice wanted, History past) {
        return new Registration(
                id,
                activity,
                then,
                wanted,
                then instanceof Standing.AwaitingAddress ? takeover : null,
                linkVersion,
                invitation,
                past);
    }
}
