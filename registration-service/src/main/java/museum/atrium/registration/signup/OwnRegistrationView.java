package museum.atrium.registration.signup;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.Material;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SessionStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One's own registration as its owner sees it. */
record OwnRegistrationView(
        RegistrationStatus status,
        Standing.@Nullable PendingFor pendingFor,
        @Nullable Instant answerBy,
        Takeover.@Nullable As takeover,
        ActivityView activity,
        String email,
        String name,
        String locale,
        String timeZone,
        @Nullable String country,
        @Nullable String affiliation,
        List<SessionView> sessions,
        int formVersion,
        Map<String, JsonNode> answers,
        Map<String, Boolean> consents,
        @Nullable String accessibilityNeeds,
        Instant registeredAt,
        @Nullable Instant confirmedAt) {

    record ActivityView(String slug, ActivityKind kind, String title, String status) {}

    /**
     * @param chosen whether this registration includes it
     * @param clashesWith chosen sessions at the same time
     * @param materials those that are open to this registration
     */
    record SessionView(
            SessionId id,
            String title,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            SessionStatus status,
            boolean chosen,
            boolean selfPaced,
            String language,
            List<String> interpretation,
            List<SessionId> clashesWith,
            List<MaterialView> materials) {}

    record MaterialView(
            Material.Kind kind,
            String title,
            URI url,
            @Nullable String language) {}
}
