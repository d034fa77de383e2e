package museum.atrium.registration.programme;

import java.util.function.Function;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import museum.atrium.registration.programme.ActivityEvent.SessionCancelled;
import museum.atrium.registration.programme.ActivityEvent.SessionRescheduled;
import museum.atrium.registration.programme.ActivityEvent.SessionScheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Adding, moving, editing and cancelling single sessions. */
@Component
class ChangingSessions {

    private final Activities activities;
    private final Drafting drafting;
    private final SessionRules rules;
    private final Patching patching;
    private final AccountableChanges changes;

    ChangingSessions(
            Activities activities,
            Drafting drafting,
            SessionRules rules,
            Patching patching,
            AccountableChanges changes) {
        this.activities = activities;
        this.drafting = drafting;
        this.rules = rules;
        this.patching = patching;
        this.changes = changes;
    }

    @Transactional
    Activity add(String slug, SessionDraft draft) {
        Activity activity =
                activities.lockBySlug(slug).orElseThrow(() -> Refusal.notFound("There is no activity '" + slug + "'."));
        refuseIfCancelled(activity);
        Session session = drafting.newSession(checked(draft));
        return save("session.added", activity, activity.with(session), SessionScheduled::new);
    }

    @Transactional
    Activity edit(SessionId id, JsonNode patch) {
        Activity activity = locked(id);
        refuseIfCancelled(activity);
        Session session = activity.session(id).orElseThrow();
        if (!session.takesPlace()) {
            throw Refusal.conflict("session-cancelled", "The session " + id + " is cancelled; add a new one instead.");
        }
        SessionPlan plan = checked(patching.edited(session, patching.object(patch)));
        if (activity.isPublished()
                && plan.format().selfPaced() != session.format().selfPaced()) {
            throw Refusal.invalid(new FieldError(
                    "selfPaced", "cannot change once it is published; cancel the session and add another one"));
        }
        Session edited = session.following(plan);
        return save(
                "session.edited",
                activity,
                activity.with(edited),
                edited.revision() > session.revision() ? SessionRescheduled::new : ActivityUpdated::new);
    }

    /** Cancelling what is cancelled already changes nothing. */
    @Transactional
    Activity cancel(SessionId id) {
        Activity activity = locked(id);
        Session session = activity.session(id).orElseThrow();
        if (!session.takesPlace()) {
            return activity;
        }
        refuseIfCancelled(activity);
        return save("session.cancelled", activity, activity.with(session.cancelled()), SessionCancelled::new);
    }

    private Activity save(String action, Activity activity, Activity changed, Function<Activity, ActivityEvent> event) {
        AccountableChanges.Before before = changes.before(activity);
        activities.update(changed);
        changes.made(action, before, changed, changed.isPublished() ? event.apply(changed) : null);
        if (!changed.isPublished()) {
            return changed;
        }
        // With the places as they are taken now.
        return activities.find(changed.id()).orElseThrow();
    }

    private SessionPlan checked(SessionDraft draft) {
        Findings findings = new Findings();
        SessionPlan plan = rules.check(findings, "", draft);
        findings.refuseIfAny();
        return plan;
    }

    private Activity locked(SessionId id) {
        return activities.lockBySession(id).orElseThrow(() -> Refusal.notFound("There is no session " + id + "."));
    }

    private static void refuseIfCancelled(Activity activity) {
        if (activity.status() == ActivityStatus.CANCELLED) {
            throw Refusal.conflict(
                    "activity-cancelled", "The activity '" + activity.slug() + "' is cancelled; it cannot be changed.");
        }
    }
}
