package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changing and cancelling one registration: activity locked first, then the registration, as everywhere. */
@Component
class ChangingRegistration {

    private final Seatings seatings;
    private final Registrations registrations;
    private final Waitlist waitlist;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangingRegistration(
            Seatings seatings,
            Registrations registrations,
            Waitlist waitlist,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.waitlist = waitlist;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One's own wish: see {@link #cancel}.
     *
     * @throws Refusal 409 if the activity is over: who came to it did come
     */
    @Transactional
    public Registration withdraw(Registration found) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        if (seating.isOver(clock.instant()) && found.isActive()) {
            throw Refusal.conflict(
                    "activity-over",
                    "This activity is over; there is nothing to cancel. What is stored can be erased.");
        }
        return cancel(found);
    }

    /** Frees the place and gives it to the first in line whom it fits. Cancelling twice changes nothing. */
    @Transactional
    public Registration cancel(Registration found) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        Registration registration = registrations.lock(found.id()).orElseThrow(Seats::gone);
        if (!registration.isActive()) {
            return registration;
        }
        if (registration.takeover() != null) {
            return refused(registration);
        }
        Registration cancelled = registration.become(new Standing.Cancelled(), Occasion.CANCELLED);
        registrations.update(List.of(cancelled));
        events.publishEvent(RegistrationsChanged.one(cancelled, Occasion.CANCELLED, false));
        if (registration.standing().holdsPlace()) {
            seating.release(registration.sessions());
            waitlist.moveUp(seating);
        }
        return cancelled;
    }

    /** Who does not want what somebody else offered was never registered: nothing of them is kept. */
    private Registration refused(Registration offered) {
        registrations.erase(List.of(offered.id()));
        events.publishEvent(new RegistrationsErased(List.of(offered.id())));
        return offered;
    }

    /**
     * @param edit from what is stored to what is wanted; asked under the lock, so that two who edit different fields at
     *     once both get their way
     * @throws Refusal 409 if the other sessions have no place left; nothing is changed then
     */
    @Transactional
    public Registration change(Registration found, UnaryOperator<Choice> edit) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        Registration registration = registrations.lock(found.id()).orElseThrow(Seats::gone);
        if (!registration.isActive()) {
            throw Refusal.conflict("registration-cancelled", "This registration is cancelled; sign up again instead.");
        }
        Choice choice = edit.apply(registration.choice());
        Set<SessionId> sessions = choice.sessions();
        boolean otherSessions = !Objects.equals(sessions, registration.sessions());
        if (registration.takeover() != null
                && (otherSessions || registration.takeover().as() == Takeover.As.NEW_ADDRESS)) {
            throw Refusal.conflict("not-yours-yet", "This can be changed once the address is confirmed.");
        }
        if (otherSessions) {
            seat(seating, registration, sessions);
        }
        Registration changed = registration.changed(answered(seating, registration, choice));
        registrations.update(List.of(changed));
        events.publishEvent(RegistrationsChanged.one(
                changed, Occasion.CHANGED, !choice.person().equals(registration.person())));
        if (otherSessions) {
            waitlist.moveUp(seating);
        }
        return changed;
    }

    /** Who leaves their answers as they are is not asked anew, also where other things are asked by now. */
    private Choice answered(Seating seating, Registration registration, Choice choice) {
        if (choice.answers().equals(registration.answers())) {
            return choice;
        }
        List<FieldError> wrong = new AnswerRules(seating.form()).check(choice.answers());
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return new Choice(
                choice.person(),
                choice.sessions(),
                choice.answers().to(seating.form().version(), clock.instant()));
    }

    /** Nobody must give up a session that is over, or one that they chose and that was cancelled, to change another. */
    private static boolean keeps(Seating seating, Registration registration, SessionId session) {
        Set<SessionId> chosen = registration.sessions();
        return chosen == null ? seating.holds(session) : chosen.contains(session);
    }

    private void seat(Seating seating, Registration registration, @Nullable Set<SessionId> sessions) {
        Instant now = clock.instant();
        if (!seating.isAhead(now)) {
            throw Refusal.conflict(
                    "sign-up-closed", "The activity is over or cancelled; its sessions cannot be changed.");
        }
        List<SessionId> unknown = sessions == null
                ? List.of()
                : seating.unknown(sessions, now).stream()
                        .filter(session -> !keeps(seating, registration, session))
                        .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.invalid(new FieldError(
                    "sessions",
                    "has sessions that cannot be chosen (not of this activity, cancelled or over): " + unknown));
        }
        if (registration.standing().holdsPlace()) {
            seating.release(registration.sessions());
            if (!seating.fits(sessions, now)) {
                throw Refusal.conflict("full", "Some of the sessions have no place left; nothing was changed.");
            }
            seating.take(sessions);
        }
    }
}
