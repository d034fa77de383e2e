package museum.atrium.registration.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is sent, not yet checked. Shapes and defaults: the OpenAPI document.
 *
 * @param recipients how many the organiser was told that it goes to
 */
record MessageRequest(
        @Nullable Map<String, @Nullable String> subject,
        @Nullable Map<String, @Nullable String> text,
        @Nullable To audience,
        @Nullable Integer recipients) {

    record To(
            @Nullable List<@Nullable String> statuses,
            @Nullable List<@Nullable String> sessions,
            @Nullable Boolean attended,
            @Nullable List<@Nullable String> languages,
            @Nullable List<@Nullable String> countries) {

        static final To EVERYBODY = new To(null, null, null, null, null);
    }
}
