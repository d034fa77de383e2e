package museum.atrium.registration.signup;

import museum.atrium.http.Refusal;
import org.springframework.stereotype.Component;

/** The person's yes: to their own address, to a place that is offered or passed on, to an activity that has got its dates. */
@Component
class Answering {

    private final Seats seats;
    private final TakingOver takingOver;

    Answering(Seats seats, TakingOver takingOver) {
        this.seats = seats;
        this.takingOver = takingOver;
    }

    /**
     * Saying yes twice changes nothing.
     *
     * @return what came of it; another registration, where this one only waited to be its new address
     * @throws Refusal 409 if nothing is asked, or it is too late, or there is no place
     */
    Registration accept(Registration found) {
        return found.takeover() == null ? seats.under(found, this::accepted) : takingOver.accept(found);
    }

    private Registration accepted(Seats.Open open) {
        return switch (open.registration().standing()) {
            case Standing.AwaitingAddress asked
            when asked.until().isAfter(open.now()) ->
                open.seating().isSeries()
                        ? open.registration().become(new Standing.Interested(), Occasion.INTERESTED)
                        : admitted(open);
            case Standing.AwaitingAddress late -> throw tooLate();
            case Standing.Interested interested when open.seating().isSeries() -> open.registration();
            case Standing.Interested interested -> withDates(open);
            case Standing.Waiting waiting -> offered(open, waiting);
            case Standing.AwaitingApproval pending -> open.registration();
            case Standing.Confirmed confirmed -> open.registration();
            case Standing.Cancelled cancelled ->
                throw Refusal.conflict(
                        "registration-cancelled", "This registration is cancelled; sign up again instead.");
        };
    }

    private Registration withDates(Seats.Open open) {
        if (!open.seating().isDated()) {
            throw Refusal.conflict("no-dates", "The dates are not set yet; you get a mail as soon as they are.");
        }
        if (!open.seating().takesSignUps(open.now())) {
            throw Refusal.conflict("sign-up-closed", "Sign-up is closed.");
        }
        return admitted(open);
    }

    private Registration admitted(Seats.Open open) {
        if (!open.seating().isAhead(open.now())) {
            throw Refusal.conflict("sign-up-closed", "The activity is over or cancelled.");
        }
        return open.seating().signUp().approval()
                ? open.registration().become(new Standing.AwaitingApproval(), Occasion.REQUESTED)
                : seats.seat(open);
    }

    /** The place is held already. */
    private static Registration offered(Seats.Open open, Standing.Waiting waiting) {
        if (waiting.offeredUntil() == null) {
            throw Refusal.conflict("no-place-yet", "There is no free place yet; you get a mail as soon as there is.");
        }
        if (!waiting.offeredUntil().isAfter(open.now())) {
            throw tooLate();
        }
        return open.registration().become(new Standing.Confirmed(open.now()), Occasion.PROMOTED);
    }

    static Refusal tooLate() {
        return Refusal.conflict("too-late", "The time to confirm is over; sign up again instead.");
    }
}
