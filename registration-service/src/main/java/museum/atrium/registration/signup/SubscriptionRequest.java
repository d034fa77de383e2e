package museum.atrium.registration.signup;

import org.jspecify.annotations.Nullable;

/** Somebody's wish to hear of the activities of a series as it is sent, not yet checked. Shapes: the OpenAPI document. */
record SubscriptionRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String locale,
        @Nullable String timeZone) {

    /** Never who it is: this may end in a log. */
    @Override
    public String toString() {
        return "a subscription";
    }
}
