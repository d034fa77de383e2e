package museum.atrium.registration.certificates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as organisers see it.
 *
 * @param revokedAt null: it is valid
 */
record OrganizerCertificate(
        String code,
        UUID registration,
        String name,
        String email,
        int minutes,
        Instant issuedAt,
        @Nullable Instant revokedAt,
        @Nullable String revocationReason) {

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "certificate of " + registration;
    }
}
