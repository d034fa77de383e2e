package museum.atrium.registration.webhooks;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/organizer/webhooks")
class WebhooksController {

    private final WritingWebhooks writing;
    private final Webhooks webhooks;

    WebhooksController(WritingWebhooks writing, Webhooks webhooks) {
        this.writing = writing;
        this.webhooks = webhooks;
    }

    @PostMapping
    ResponseEntity<Webhook.Made> create(@RequestBody WebhookDraft draft) {
        Webhook.Made made = writing.create(draft);
        return ResponseEntity.created(
                        URI.create("/api/organizer/webhooks/" + made.webhook().id()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @GetMapping
    Webhook.Answer list() {
        return new Webhook.Answer(webhooks.all());
    }

    @GetMapping("/{id}")
    Webhook show(@PathVariable UUID id) {
        return webhooks.existing(id);
    }

    @PatchMapping("/{id}")
    Webhook edit(@PathVariable UUID id, @RequestBody JsonNode patch) {
        return writing.edit(id, patch);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        writing.delete(id);
    }

    @PostMapping("/{id}/secret")
    ResponseEntity<Webhook.NewSecret> rotate(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(writing.rotate(id));
    }
}
