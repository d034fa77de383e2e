package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/** A registration as organisers see it. */
record OrganizerRegistration(
        RegistrationId id,
        RegistrationStatus status,
        Standing.@Nullable PendingFor pendingFor,
        @Nullable Instant answerBy,
        @Nullable Long placeInLine,
        String email,
        String name,
        String locale,
        String timeZone,
        @Nullable String country,
        @Nullable String affiliation,
        @Nullable Set<SessionId> sessions,
        Set<SessionId> attended,
        Instant registeredAt,
        @Nullable Instant confirmedAt) {

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "registration " + id;
    }
}
