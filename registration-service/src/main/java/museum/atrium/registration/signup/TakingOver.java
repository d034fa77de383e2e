package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The yes of who was asked to take over a registration: activity locked first, then both registrations. */
@Component
class TakingOver {

    private final Seatings seatings;
    private final Registrations registrations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingOver(Seatings seatings, Registrations registrations, ApplicationEventPublisher events, Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return the registration that has the place now: a colleague's own, or the one that moved to this address, whose id
     *     is another then
     * @throws Refusal 409 if it is too late, or there is nothing to take over any more; 422 if a colleague has not answered
     *     what is asked at sign-up
     */
    @Transactional
    public Registration accept(Registration found) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        Registration newcomer =
                registrations.lock(found.id()).orElseThrow(() -> Refusal.notFound("It was taken back."));
        Takeover takeover = newcomer.takeover();
        if (takeover == null) {
            return newcomer;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!(newcomer.standing() instanceof Standing.AwaitingAddress asked)
                || !asked.until().isAfter(now)) {
            throw Answering.tooLate();
        }
        Registration giver = registrations
                .lock(takeover.from())
                .filter(Registration::isActive)
                .orElseThrow(() -> Refusal.conflict(
                        "taken-back", "There is nothing to take over any more: the registration has ended."));
        return switch (takeover.as()) {
            case NEW_ADDRESS -> moved(giver, newcomer);
            case COLLEAGUE -> passedOn(seating, giver, newcomer, now);
        };
    }

    /** The address is proved, so what waited for that is needed no more. */
    private Registration moved(Registration giver, Registration newcomer) {
        registrations.erase(List.of(newcomer.id()));
        events.publishEvent(new RegistrationsErased(List.of(newcomer.id())));
        Registration moved = giver.movedTo(newcomer.person().email());
        registrations.update(List.of(moved));
        events.publishEvent(RegistrationsChanged.one(moved, Occasion.ADDRESS_CHANGED, true));
        return moved;
    }

    /** One goes and one comes for the same sessions: no place is free in between, and nobody moves up. */
    private Registration passedOn(Seating seating, Registration giver, Registration newcomer, Instant now) {
        if (!seating.isAhead(now)) {
            throw Refusal.conflict("sign-up-closed", "The activity is over or cancelled.");
        }
        List<FieldError> unanswered = new AnswerRules(seating.form()).check(newcomer.answers());
        if (!unanswered.isEmpty()) {
            throw Refusal.invalid(unanswered);
        }
        Registration gone = giver.become(new Standing.Cancelled(), Occasion.TRANSFERRED);
        Registration taken = newcomer.inPlaceOf(giver, now);
        registrations.update(List.of(gone, taken));
        events.publishEvent(new RegistrationsChanged(List.of(
                new RegistrationsChanged.Change(gone, Occasion.TRANSFERRED, false),
                new RegistrationsChanged.Change(taken, taken.latest().orElseThrow(), false))));
        return taken;
    }
}
