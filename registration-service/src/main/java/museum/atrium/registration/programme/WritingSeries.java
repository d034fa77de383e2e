package museum.atrium.registration.programme;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityEvent.ActivityPublished;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Making and editing series. They are public at once; others hear of them as of activities. */
@Component
class WritingSeries {

    private final SeriesList series;
    private final Patching patching;
    private final Ids ids;
    private final Clock clock;
    private final AccountableChanges changes;

    WritingSeries(SeriesList series, Patching patching, Ids ids, Clock clock, AccountableChanges changes) {
        this.series = series;
        this.patching = patching;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    public Activity create(SeriesDraft draft) {
        SeriesPlan plan = SeriesPlan.of(draft);
        if (!series.insert(new ActivityId(ids.next()), plan, clock.instant())) {
            throw ChangingActivities.slugTaken(plan.slug());
        }
        Activity created = existing(plan.slug());
        changes.made("series.created", AccountableChanges.Before.NOTHING, created, new ActivityPublished(created));
        return created;
    }

    @Transactional
    public Activity edit(String slug, JsonNode patch) {
        Activity stored = series.lock(slug).orElseThrow(() -> SeriesList.unknown(slug));
        ObjectNode wanted = patching.object(patch);
        if (wanted.has("slug") && !wanted.get("slug").asString("").equals(slug)) {
            throw Refusal.invalid(
                    new FieldError("slug", "of a series cannot change: people hold links that contain it"));
        }
        AccountableChanges.Before before = changes.before(stored);
        series.update(stored.id(), SeriesPlan.of(patching.edited(draft(stored), wanted)));
        Activity edited = existing(slug);
        changes.made("series.edited", before, edited, new ActivityUpdated(edited));
        return edited;
    }

    /** Once for each, however many instances start. */
    @Transactional
    public void tellUntold() {
        series.takeUntold()
                .forEach(untold ->
                        changes.made("series.told", changes.before(untold), untold, new ActivityPublished(untold)));
    }

    Activity existing(String slug) {
        return series.existing(slug);
    }

    private static SeriesDraft draft(Activity stored) {
        return new SeriesDraft(stored.slug(), texts(stored.title()), texts(stored.summary()), stored.language());
    }

    private static Map<String, @Nullable String> texts(LocalizedText text) {
        return new TreeMap<>(text.byLanguage());
    }
}
