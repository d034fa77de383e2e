package museum.atrium.registration.programme;

import java.time.Clock;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityEvent.ActivityPublished;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Making and editing series. They are public at once; others hear of them as of activities. */
@Component
class WritingSeries {

    private final SeriesList series;
    private final SeriesRules rules;
    private final Ids ids;
    private final Clock clock;
    private final AccountableChanges changes;

    WritingSeries(SeriesList series, SeriesRules rules, Ids ids, Clock clock, AccountableChanges changes) {
        this.series = series;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    public Activity create(SeriesDraft draft) {
        series.holdNetworks();
        SeriesPlan plan = rules.check(draft);
        if (!series.insert(new ActivityId(ids.next()), plan, clock.instant())) {
            throw ChangingActivities.slugTaken(plan.slug());
        }
        Activity created = existing(plan.slug());
        changes.made("series.created", AccountableChanges.Before.NOTHING, created, new ActivityPublished(created));
        return created;
    }

    @Transactional
    public Activity edit(String slug, JsonNode patch) {
        series.holdNetworks();
        Activity stored = series.lock(slug).orElseThrow(() -> SeriesList.unknown(slug));
        AccountableChanges.Before before = changes.before(stored);
        series.update(stored, rules.checkEdited(stored, patch));
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
}
