package museum.atrium.registration.programme;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a series as a whole, also as changes would make it, and gives it its defaults. */
@Component
class SeriesRules {

    private static final Durations DIGEST = new Durations(Duration.ofMinutes(1), Duration.ofDays(31));

    private final Patching patching;
    private final RunningNetworks networks;

    SeriesRules(Patching patching, RunningNetworks networks) {
        this.patching = patching;
        this.networks = networks;
    }

    /** @throws Refusal naming every field that is wrong */
    SeriesPlan check(SeriesDraft draft) {
        Findings findings = new Findings();
        LocalizedText title = Texts.required(findings, "title", draft.title(), "Museums and social responsibility");
        SeriesPlan plan = new SeriesPlan(
                ActivityRules.slug(findings, draft.slug(), title),
                title,
                Texts.of(findings, "summary", draft.summary(), Texts.LONGEST_PARAGRAPHS),
                ActivityRules.language(findings, draft.language(), title),
                networks.named(findings, "network", draft.network()),
                DIGEST.check(findings, "digest", draft.digest()));
        findings.refuseIfAny();
        return plan;
    }

    /** @throws Refusal naming every field that would be wrong; its slug cannot change */
    SeriesPlan checkEdited(Activity stored, JsonNode patch) {
        ObjectNode changes = patching.object(patch);
        if (changes.has("slug") && !changes.get("slug").asString("").equals(stored.slug())) {
            throw Refusal.invalid(
                    new FieldError("slug", "of a series cannot change: people hold links that contain it"));
        }
        return check(patching.edited(draft(stored), changes, SeriesDraft.class));
    }

    private static SeriesDraft draft(Activity stored) {
        RunningNetwork network = stored.network();
        Duration digest = stored.digest();
        return new SeriesDraft(
                stored.slug(),
                texts(stored.title()),
                texts(stored.summary()),
                stored.language(),
                network == null ? null : network.slug(),
                digest == null ? null : digest.toString());
    }

    private static Map<String, @Nullable String> texts(LocalizedText text) {
        return new TreeMap<>(text.byLanguage());
    }
}
