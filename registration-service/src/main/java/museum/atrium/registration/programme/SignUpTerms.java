package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a place, and how.
 *
 * @param waitlist whether somebody may wait when all places are taken
 * @param doubleOptIn whether an address must be confirmed by its owner first
 * @param approval whether the organiser decides about each
 * @param invitationOnly whether a code is needed
 * @param allowedDomains of mail addresses, lower case and in ASCII; none: any
 * @param placeOffers how long a free place is offered to the first in line; null: it is given at once
 * @param opensAt null: from the publication on
 * @param closesAt null: until the last session ends
 */
public record SignUpTerms(
        boolean waitlist,
        boolean doubleOptIn,
        boolean approval,
        boolean invitationOnly,
        List<String> allowedDomains,
        @Nullable Duration placeOffers,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt) {

    /** The same for other days of signing up. */
    SignUpTerms open(@Nullable Instant opens, @Nullable Instant closes) {
        return new SignUpTerms(
                waitlist, doubleOptIn, approval, invitationOnly, allowedDomains, placeOffers, opens, closes);
    }

    boolean isOpenAt(Instant now) {
        return (opensAt == null || !now.isBefore(opensAt)) && (closesAt == null || now.isBefore(closesAt));
    }
}
