package museum.atrium.registration.webhooks;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.http.destination.Destinations;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Patching;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks a webhook; looks its host up, which may take a moment. */
@Component
class WebhookRules {

    private static final int LONGEST_DESCRIPTION = 200;
    private static final URI NONE = URI.create("https://none.invalid");

    private final Destinations destinations;
    private final Patching patching;

    WebhookRules(Destinations destinations, Patching patching) {
        this.destinations = destinations;
        this.patching = patching;
    }

    record Checked(
            URI url,
            @Nullable List<String> events,
            @Nullable String description,
            boolean enabled) {}

    /** @throws Refusal naming every field that is wrong */
    Checked check(WebhookDraft draft) {
        Findings findings = new Findings();
        Checked checked = new Checked(
                url(findings, draft.url()),
                events(findings, draft.events()),
                findings.optionalLine("description", draft.description(), LONGEST_DESCRIPTION),
                draft.enabled() == null || draft.enabled());
        findings.refuseIfAny();
        return checked;
    }

    /** @throws Refusal likewise */
    Checked edited(Webhook stored, JsonNode patch) {
        return check(patching.edited(WebhookDraft.of(stored), patching.object(patch), WebhookDraft.class));
    }

    private URI url(Findings findings, @Nullable String written) {
        if (written == null || written.isBlank()) {
            findings.add("url", "is required, like 'https://hooks.example.org/atrium'");
            return NONE;
        }
        URI url = findings.webAddress("url", written);
        if (url == null) {
            return NONE;
        }
        destinations.complaint(url).ifPresent(complaint -> findings.add("url", complaint));
        return url;
    }

    private static @Nullable List<String> events(Findings findings, @Nullable List<@Nullable String> written) {
        if (written == null) {
            return null;
        }
        if (written.isEmpty()) {
            findings.add("events", "must name a type at least; without the field all are told");
        }
        Set<String> events = new LinkedHashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String event = written.get(i);
            if (event == null || EventType.named(event).isEmpty()) {
                findings.add("events[" + i + "]", "is none of: " + EventType.names());
            } else {
                events.add(event);
            }
        }
        return List.copyOf(events);
    }
}
