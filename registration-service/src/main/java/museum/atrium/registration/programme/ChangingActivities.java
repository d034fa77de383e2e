package museum.atrium.registration.programme;

import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.ActivityEvent.ActivityCancelled;
import museum.atrium.registration.programme.ActivityEvent.ActivityPublished;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Editing, publishing and cancelling an activity; the public hears of each change once the transaction is committed. */
@Component
public class ChangingActivities {

    private final Activities activities;
    private final Drafting drafting;
    private final ActivityRules rules;
    private final Patching patching;
    private final AccountableChanges changes;

    ChangingActivities(
            Activities activities,
            Drafting drafting,
            ActivityRules rules,
            Patching patching,
            AccountableChanges changes) {
        this.activities = activities;
        this.drafting = drafting;
        this.rules = rules;
        this.patching = patching;
        this.changes = changes;
    }

    @Transactional
    Activity edit(String slug, JsonNode patch) {
        activities.holdNetworks();
        Activity activity = locked(slug);
        boolean draft = activity.status() == ActivityStatus.DRAFT;
        ObjectNode wanted = patching.object(patch);
        if (activity.status() == ActivityStatus.CANCELLED) {
            throw Refusal.conflict(
                    "activity-cancelled", "The activity '" + slug + "' is cancelled; it cannot be changed.");
        }
        if (!draft && wanted.has("sessions")) {
            throw Refusal.invalid(new FieldError(
                    "sessions",
                    "of a published activity are changed one by one: PATCH or DELETE /api/organizer/sessions/{id}, or POST"
                            + " /api/organizer/activities/" + slug + "/sessions"));
        }
        if (draft && wanted.has("slug") && wanted.get("slug").isNull()) {
            throw Refusal.invalid(new FieldError("slug", "cannot be taken away; leave it out, or write another one"));
        }
        if (!draft && wanted.has("slug") && !wanted.get("slug").asString("").equals(slug)) {
            throw Refusal.invalid(
                    new FieldError("slug", "of a published activity cannot change: people hold links that contain it"));
        }
        ActivityPlan plan = rules.check(patching.edited(activity, wanted));
        Activity edited = activity.following(plan);
        if (wanted.has("sessions")) {
            edited = edited.with(drafting.newSessions(plan.sessions()));
        }
        if (!edited.slug().equals(slug) && activities.findBySlug(edited.slug()).isPresent()) {
            throw slugTaken(edited.slug());
        }
        AccountableChanges.Before before = changes.before(activity);
        try {
            activities.update(edited);
        } catch (DuplicateKeyException taken) {
            throw slugTaken(edited.slug());
        }
        changes.made("activity.edited", before, edited, draft ? null : new ActivityUpdated(edited));
        if (draft) {
            return edited;
        }
        // A raised capacity has let others move up.
        return activities.find(edited.id()).orElseThrow();
    }

    /** Publishing what is published already changes nothing. */
    @Transactional
    public Activity publish(String slug) {
        Activity activity = locked(slug);
        return switch (activity.status()) {
            case PUBLISHED -> activity;
            case CANCELLED ->
                throw Refusal.conflict(
                        "activity-cancelled", "The activity '" + slug + "' is cancelled; publish a copy of it.");
            case DRAFT -> {
                Activity published = activity.become(ActivityStatus.PUBLISHED, null);
                store("activity.published", activity, published, new ActivityPublished(published));
                yield published;
            }
        };
    }

    /** Cancelling what is cancelled already changes nothing. */
    @Transactional
    public Activity cancel(String slug, @Nullable String reason) {
        Activity activity = locked(slug);
        return switch (activity.status()) {
            case CANCELLED -> activity;
            case DRAFT ->
                throw Refusal.conflict(
                        "activity-draft", "The activity '" + slug + "' is a draft: nobody knows of it yet.");
            case PUBLISHED -> {
                if (activities.isOver(activity)) {
                    throw Refusal.conflict(
                            "activity-over",
                            "The activity '" + slug + "' is over: nobody can be told that it does not take place.");
                }
                Activity cancelled = activity.become(ActivityStatus.CANCELLED, reason);
                store("activity.cancelled", activity, cancelled, new ActivityCancelled(cancelled));
                yield cancelled;
            }
        };
    }

    private void store(String action, Activity activity, Activity changed, ActivityEvent event) {
        AccountableChanges.Before before = changes.before(activity);
        activities.update(changed);
        changes.made(action, before, changed, event);
    }

    static Refusal slugTaken(String slug) {
        return Refusal.conflict(
                "slug-taken", "There is an activity or a series '" + slug + "' already; choose another slug.");
    }

    private Activity locked(String slug) {
        return activities.lockBySlug(slug).orElseThrow(() -> Refusal.notFound("There is no activity '" + slug + "'."));
    }
}
