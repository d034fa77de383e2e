package museum.atrium.registration.signup;

import java.util.List;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.springframework.stereotype.Component;

/** Who may pass on what. */
@Component
class TakeoverTerms {

    private final InvitationCodes codes;

    TakeoverTerms(InvitationCodes codes) {
        this.codes = codes;
    }

    /** @throws Refusal if it cannot be asked for; nothing in it depends on whether the new address is known */
    void check(Seats.Open giver, EmailAddress to, Takeover.As as) {
        Registration registration = giver.registration();
        if (!registration.isActive()) {
            throw Refusal.conflict("registration-cancelled", "This registration is cancelled; sign up again instead.");
        }
        if (registration.standing() instanceof Standing.AwaitingAddress) {
            throw Refusal.conflict("not-confirmed", "Confirm this registration's own address first.");
        }
        if (to.key().equals(registration.person().email().key())) {
            throw Refusal.invalid(new FieldError("email", "is the address of this registration already"));
        }
        List<String> domains = giver.seating().signUp().allowedDomains();
        if (!domains.isEmpty() && !domains.contains(to.domain())) {
            throw Refusal.invalid(new FieldError("email", "must be an address at " + String.join(" or ", domains)));
        }
        if (as == Takeover.As.COLLEAGUE) {
            checkPlace(giver);
        } else if (giver.seating().isCancelled()) {
            // Nothing more is sent of it, and so the new address would never be asked.
            throw Refusal.conflict("sign-up-closed", "The activity is cancelled.");
        }
    }

    private void checkPlace(Seats.Open giver) {
        Standing standing = giver.registration().standing();
        if (!(standing instanceof Standing.Confirmed) && !(standing instanceof Standing.Waiting)) {
            throw Refusal.conflict("nothing-to-transfer", "Only a place, or one in line, can be passed on.");
        }
        if (!giver.seating().isAhead(giver.now())) {
            throw Refusal.conflict("sign-up-closed", "The activity is over or cancelled.");
        }
        UUID invitation = giver.registration().invitation();
        if (giver.seating().signUp().approval() || invitation != null && isPersonal(invitation)) {
            throw Refusal.conflict(
                    "not-transferable",
                    "The organiser decides who takes part: ask them, or cancel, so that somebody else gets the place.");
        }
    }

    private boolean isPersonal(UUID invitation) {
        return codes.find(invitation).filter(code -> code.addressKey() != null).isPresent();
    }
}
