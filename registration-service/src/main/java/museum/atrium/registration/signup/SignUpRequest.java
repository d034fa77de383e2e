package museum.atrium.registration.signup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A sign-up as it is sent, not yet checked. Shapes: the OpenAPI document. */
record SignUpRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable String country,
        @Nullable String affiliation,
        @Nullable List<@Nullable String> sessions,
        @Nullable Map<String, JsonNode> answers,
        @Nullable Map<String, @Nullable Boolean> consents,
        @Nullable String accessibilityNeeds,
        @Nullable String code) {

    /** Never who it is: this may end in a log. */
    @Override
    public String toString() {
        return "a sign-up";
    }
}
