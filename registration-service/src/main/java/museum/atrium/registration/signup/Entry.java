package museum.atrium.registration.signup;

import java.time.Instant;
import museum.atrium.registration.programme.SignUpTerms;

/** What becomes of somebody who comes now. */
record Entry(Instant now, Instant optInUntil) {

    /**
     * @param proven whether the address is known to be theirs
     * @param fits whether there is a place, which is taken then
     */
    Registration enter(Seating seating, Registration asked, boolean proven, boolean fits) {
        SignUpTerms terms = seating.signUp();
        if (asksForAddress(seating, proven)) {
            return asked.become(new Standing.AwaitingAddress(optInUntil), Occasion.OPT_IN);
        }
        if (!seating.isDated()) {
            return asked.become(new Standing.Interested(), Occasion.INTERESTED);
        }
        if (terms.approval()) {
            return asked.become(new Standing.AwaitingApproval(), Occasion.REQUESTED);
        }
        if (fits) {
            seating.take(asked.sessions());
            return asked.become(new Standing.Confirmed(now), Occasion.CONFIRMED);
        }
        return asked.become(new Standing.Waiting(seating.nextInLine(), null), Occasion.WAITLISTED);
    }

    /** @param waits whether somebody who is in already would have had to wait, if they came now */
    RegistrationStatus answer(Seating seating, boolean proven, boolean waits) {
        if (asksForAddress(seating, proven)) {
            return RegistrationStatus.PENDING;
        }
        if (!seating.isDated()) {
            return RegistrationStatus.INTERESTED;
        }
        if (seating.signUp().approval()) {
            return RegistrationStatus.PENDING;
        }
        return waits ? RegistrationStatus.WAITLISTED : RegistrationStatus.CONFIRMED;
    }

    private static boolean asksForAddress(Seating seating, boolean proven) {
        return !proven && seating.signUp().doubleOptIn() && (seating.isDated() || seating.isSeries());
    }
}
