package museum.atrium.registration.webhooks;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a webhook once more what it was told or missed, with the same ids; or something to try it out. */
@Component
class Replaying {

    static final String TEST = "webhook.test";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookMessages messages;
    private final Composing composing;
    private final Audit audit;

    Replaying(Webhooks webhooks, Deliveries deliveries, WebhookMessages messages, Composing composing, Audit audit) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.messages = messages;
        this.composing = composing;
        this.audit = audit;
    }

    record Since(@Nullable Instant since) {}

    record Replayed(int deliveries) {}

    /** @throws Refusal 404 if there is no such webhook or delivery, 409 while the webhook is disabled */
    @Transactional
    public ListedDelivery replay(UUID webhook, long delivery) {
        webhooks.lockEnabled(webhook);
        deliveries.existing(webhook, delivery);
        deliveries.again(delivery);
        audit.noted("webhook.replayed", Target.webhook(webhook), Map.of("delivery", delivery));
        return deliveries.existing(webhook, delivery);
    }

    /** @throws Refusal likewise */
    @Transactional
    public Replayed replay(UUID webhook, Since request) {
        if (request.since() == null) {
            throw Refusal.invalid(new FieldError("since", "is required, like '2026-05-04T10:00:00Z'"));
        }
        webhooks.lockEnabled(webhook);
        Replayed replayed = new Replayed(deliveries.againSince(webhook, request.since()));
        audit.noted(
                "webhook.replayed",
                Target.webhook(webhook),
                Map.of("since", request.since(), "deliveries", replayed.deliveries()));
        return replayed;
    }

    private record Nothing(UUID webhook) {}

    /** @throws Refusal likewise */
    @Transactional
    public ListedDelivery test(UUID webhook) {
        webhooks.lockEnabled(webhook);
        long delivery = messages.add(composing.message(TEST, null, new Nothing(webhook)), webhook);
        audit.noted("webhook.tested", Target.webhook(webhook), Map.of("delivery", delivery));
        return deliveries.existing(webhook, delivery);
    }
}
