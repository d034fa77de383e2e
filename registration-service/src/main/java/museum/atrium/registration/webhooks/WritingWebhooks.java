package museum.atrium.registration.webhooks;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Making, changing and deleting webhooks. Hosts are looked up before anything is locked. */
@Component
class WritingWebhooks {

    /** So that each may have a few requests under way at a time. */
    static final int MOST = 50;

    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final WebhookRules rules;
    private final Audit audit;
    private final TransactionTemplate transaction;

    WritingWebhooks(
            Webhooks webhooks,
            WebhookSecrets secrets,
            WebhookRules rules,
            Audit audit,
            TransactionTemplate transaction) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws Refusal 409 if there are too many, 422 naming every field that is wrong */
    Webhook.Made create(WebhookDraft draft) {
        WebhookRules.Checked checked = rules.check(draft);
        return within(() -> {
            if (webhooks.all().size() >= MOST) {
                throw Refusal.conflict("too-many-webhooks", "There are " + MOST + " webhooks already; delete one.");
            }
            Webhook webhook = webhooks.add(checked);
            audit.changed("webhook.created", Target.webhook(webhook.id()), null, webhook.noted());
            return new Webhook.Made(webhook, secrets.add(webhook.id()));
        });
    }

    /** @throws Refusal 404 if there is none, 422 naming every field that is wrong */
    Webhook edit(UUID id, JsonNode patch) {
        WebhookRules.Checked checked = rules.edited(webhooks.existing(id), patch);
        return within(() -> {
            Webhook before = locked(id);
            Webhook after = webhooks.change(id, checked);
            audit.changed("webhook.edited", Target.webhook(id), before.noted(), after.noted());
            return after;
        });
    }

    void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            Webhook webhook = locked(id);
            webhooks.delete(id);
            audit.ended("webhook.deleted", Target.webhook(id), webhook.noted());
        });
    }

    Webhook.NewSecret rotate(UUID id) {
        return within(() -> {
            locked(id);
            audit.noted("webhook.secretRotated", Target.webhook(id), Map.of());
            return secrets.rotate(id);
        });
    }

    private Webhook locked(UUID id) {
        return webhooks.lock(id).orElseGet(() -> webhooks.existing(id));
    }

    private <T> T within(java.util.function.Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }
}
