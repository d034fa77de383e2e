package museum.atrium.registration.rights;

import java.util.Optional;
import java.util.UUID;

/** Whose attendance a certificate is about: known to who knows certificates' codes. */
@FunctionalInterface
public interface CertifiedActivities {

    /** @param code as somebody wrote it */
    Optional<UUID> activityOf(String code);
}
