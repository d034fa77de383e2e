package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.reachability.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A registration as organisers see it. */
public record OrganizerRegistration(
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
        int formVersion,
        Map<String, JsonNode> answers,
        Map<String, Boolean> consents,
        @Nullable String accessibilityNeeds,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        Reach reach) {

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "registration " + id;
    }
}
