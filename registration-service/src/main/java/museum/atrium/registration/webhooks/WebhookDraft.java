package museum.atrium.registration.webhooks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as an admin writes it, not yet checked. Shapes and defaults: the OpenAPI document. */
record WebhookDraft(
        @Nullable String url,
        @Nullable List<@Nullable String> events,
        @Nullable String description,
        @Nullable Boolean enabled) {

    /** The draft that would make what is stored. */
    static WebhookDraft of(Webhook stored) {
        return new WebhookDraft(
                stored.url().toString(),
                stored.events() == null ? null : new ArrayList<>(stored.events()),
                stored.description(),
                stored.enabled());
    }
}
