package museum.atrium.registration.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import museum.atrium.registration.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes bodies as the specification has them: what happened, when, and the state that came of it. */
@Component
class Composing {

    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Composing(JsonMapper json, Ids ids, Clock clock) {
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    private record Body(String type, Instant timestamp, Object data) {}

    WebhookMessage message(String type, @Nullable UUID registration, Object data) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new WebhookMessage(ids.next(), type, registration, json.writeValueAsString(new Body(type, now, data)));
    }
}
