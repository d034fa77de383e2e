package museum.atrium.registration.signup;

import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organiser's yes or no to who asked for a place, and the end of it for who has one. */
@Component
class Deciding {

    private final Seats seats;
    private final ChangingRegistration changing;
    private final Audit audit;

    Deciding(Seats seats, ChangingRegistration changing, Audit audit) {
        this.seats = seats;
        this.changing = changing;
        this.audit = audit;
    }

    /** Gives a place, or one in the line. Approving who is in already changes nothing. */
    Registration approve(Registration found) {
        return seats.under(found, open -> switch (open.registration().standing()) {
            case Standing.AwaitingApproval pending -> {
                if (!open.seating().isAhead(open.now())) {
                    throw Refusal.conflict("sign-up-closed", "The activity is over or cancelled.");
                }
                yield noted("registration.approved", open, seats.seat(open));
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
                return noted(
                        "registration.declined",
                        open,
                        registration.become(new Standing.Cancelled(), Occasion.DECLINED));
            }
            if (registration.standing() instanceof Standing.Cancelled
                    && registration.history().occasions().containsKey(Occasion.DECLINED)) {
                return registration;
            }
            throw notAsked(open);
        });
    }

    /** Cancelling twice changes nothing. */
    @Transactional
    public Registration cancel(Registration found) {
        if (found.isActive()) {
            audit.noted(
                    "registration.cancelled",
                    Target.registration(found.id().value()),
                    Map.of("status", Map.of("old", found.status())));
        }
        return changing.cancel(found);
    }

    private Registration noted(String action, Seats.Open open, Registration decided) {
        audit.noted(
                action,
                Target.registration(decided.id().value()),
                Map.of("status", Map.of("old", open.registration().status(), "new", decided.status())));
        return decided;
    }

    private static Refusal notAsked(Seats.Open open) {
        return Refusal.conflict(
                "not-asked",
                "The registration " + open.registration().id() + " does not wait for an approval: it is "
                        + open.registration().status() + ".");
    }
}
