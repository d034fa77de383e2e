package museum.atrium.registration.speakers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invitation as an organiser writes it, not yet checked. Shapes and defaults: the OpenAPI document. */
record SpeakerRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable List<@Nullable String> sessions) {

    /** Never whom it invites: this may end in a log. */
    @Override
    public String toString() {
        return "a speaker to invite";
    }
}
