package museum.atrium.registration.messages;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.signup.KeysOfRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizer/activities/{slug}/messages")
class MessageController {

    private final SendingMessages sending;
    private final Messages messages;
    private final Activities activities;
    private final KeysOfRequests keys;

    MessageController(SendingMessages sending, Messages messages, Activities activities, KeysOfRequests keys) {
        this.sending = sending;
        this.messages = messages;
        this.activities = activities;
        this.keys = keys;
    }

    /** @param next the cursor of the next page; null: there is none */
    record Page(List<Message> items, @Nullable String next) {}

    /** A misspelt parameter is refused: who asks for a preview must not send instead. */
    @PostMapping
    ResponseEntity<?> send(
            @PathVariable String slug,
            @RequestBody MessageRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        QueryParameters.of(sent, "dryRun");
        if (dryRun) {
            return ResponseEntity.ok(sending.preview(slug, request));
        }
        Message message = sending.send(slug, request, keys.of(key, request));
        return ResponseEntity.created(URI.create("/api/organizer/activities/" + slug + "/messages/" + message.id()))
                .body(message);
    }

    @GetMapping
    Page list(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        PageById asked = PageById.of(sent);
        List<Message> found = messages.page(activities.existing(slug).id(), asked);
        boolean more = found.size() > asked.limit();
        List<Message> items = more ? found.subList(0, asked.limit()) : found;
        return new Page(items, more ? items.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    Message show(@PathVariable String slug, @PathVariable UUID id) {
        return messages.find(activities.existing(slug).id(), id)
                .orElseThrow(() -> Refusal.notFound("There is no message " + id + " to those of '" + slug + "'."));
    }
}
