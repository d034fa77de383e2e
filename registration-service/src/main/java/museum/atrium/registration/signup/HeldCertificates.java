package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.List;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/** The certificates of attendance that registrations have. */
public interface HeldCertificates {

    /**
     * @param code by which everybody can check it
     * @param minutes that were attended
     * @param sessions that were attended
     * @param revokedAt null: it is valid
     */
    record HeldCertificate(
            String code,
            int minutes,
            List<SessionId> sessions,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable String revocationReason) {}

    /** Newest first; one of them at most is valid. */
    List<HeldCertificate> of(RegistrationId registration);

    default boolean holdsValid(RegistrationId registration) {
        return of(registration).stream().anyMatch(certificate -> certificate.revokedAt() == null);
    }
}
