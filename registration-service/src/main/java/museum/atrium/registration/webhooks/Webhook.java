package museum.atrium.registration.webhooks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens, as it is stored and as admins see it.
 *
 * @param events the types that it is told; null: all
 * @param disabledReason null exactly while it is enabled
 * @param failingSince since when no attempt has succeeded; null: the last one did, or none was made
 */
record Webhook(
        UUID id,
        URI url,
        @Nullable List<String> events,
        @Nullable String description,
        boolean enabled,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        Instant createdAt) {

    record Answer(List<Webhook> items) {}

    /** The one answer that has the secret. */
    record Made(@JsonUnwrapped Webhook webhook, String secret) {}

    /** @param formerSignsUntil until then what was the secret before signs too */
    record NewSecret(String secret, Instant formerSignsUntil) {}

    /** What is noted of it: of the address the host alone, for the rest may be a secret of the receiver's. */
    record Noted(
            String host,
            @Nullable List<String> events,
            @Nullable String description,
            boolean enabled) {}

    Noted noted() {
        return new Noted(url.getHost(), events, description, enabled);
    }
}
