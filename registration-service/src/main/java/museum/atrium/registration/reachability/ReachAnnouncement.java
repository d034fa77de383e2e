package museum.atrium.registration.reachability;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of such an event this service uses; the whole is in {@code contracts/events/reach.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReachAnnouncement(
        UUID registration,
        long revision,
        @Nullable String because,
        @Nullable Instant since,
        List<String> unsubscribed) {

    ReachAnnouncement {
        requireNonNull(registration);
        requireNonNull(unsubscribed);
    }
}
