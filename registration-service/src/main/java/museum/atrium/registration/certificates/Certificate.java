package museum.atrium.registration.certificates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody attended, as it was known when it was issued.
 *
 * @param minutes attended in all
 * @param sessions that were attended
 * @param revoked null: it is valid
 */
record Certificate(
        UUID id,
        RegistrationId registration,
        CertificateCode code,
        int minutes,
        List<SessionId> sessions,
        Instant issuedAt,
        @Nullable Revocation revoked) {

    /** @param reason for organisers only */
    record Revocation(Instant at, String reason) {}

    boolean isValid() {
        return revoked == null;
    }
}
