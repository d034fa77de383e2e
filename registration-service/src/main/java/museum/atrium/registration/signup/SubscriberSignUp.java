package museum.atrium.registration.signup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A subscriber's sign-up for an activity of the series as it is sent, not yet checked. Shapes: the OpenAPI document. */
record SubscriberSignUp(
        @Nullable String activity,
        @Nullable String name,
        @Nullable String code,
        @Nullable Map<String, JsonNode> answers,
        @Nullable Map<String, @Nullable Boolean> consents,
        @Nullable String accessibilityNeeds) {

    /** Never who it is: this may end in a log. */
    @Override
    public String toString() {
        return "a sign-up of a subscriber";
    }
}
