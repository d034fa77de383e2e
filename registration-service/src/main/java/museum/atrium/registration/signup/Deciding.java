package museum.atrium.registration.signup;

import museum.atrium.http.Refusal;
import org.springframework.stereotype.Component;

/** The organiser's yes or no to who asked for a place. */
@Component
class Deciding {

    private final Seats seats;

    Deciding(Seats seats) {
        this.seats = seats;
    }

    /** Gives a place, or one in the line. Approving who is in already changes nothing. */
    Registration approve(Registration found) {
        return seats.under(found, open -> switch (open.registration().standing()) {
            case Standing.AwaitingApproval pending -> {
                if (!open.seating().isAhead(open.now())) {
                    throw Refusal.conflict("sign-up-closed", "The activity is over or cancelled.");
                }
                yield seats.seat(open);
            }
            case Standing.Confirmed confirmed -> open.registration();
            case Standing.Waiting waiting -> open.registration();
            case Standing.AwaitingAddress pending -> throw notAsked(open);
            case Standing.Interested interested -> throw notAsked(open);
            case Standing.Cancelled cancelled -> throw notAsked(open);
        });
    }

    /** Declining twice changes nothing; who has a place is cancelled instead. */
    Registration decline(Registration found) {
        return seats.under(found, open -> {
            Registration registration = open.registration();
            if (registration.standing() instanceof Standing.AwaitingApproval) {
                return registration.become(new Standing.Cancelled(), Occasion.DECLINED);
            }
            if (registration.standing() instanceof Standing.Cancelled
                    && registration.history().occasions().containsKey(Occasion.DECLINED)) {
                return registration;
            }
            throw notAsked(open);
        });
    }

    private static Refusal notAsked(Seats.Open open) {
        return Refusal.conflict(
                "not-asked",
                "The registration " + open.registration().id() + " does not wait for an approval: it is "
                        + open.registration().status() + ".");
    }
}
