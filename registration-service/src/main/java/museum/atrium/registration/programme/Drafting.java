package museum.atrium.registration.programme;

import java.time.Clock;
import java.util.List;
import museum.atrium.registration.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writing an activity down; nobody but organisers sees a draft. */
@Component
class Drafting {

    private final Activities activities;
    private final ActivityRules rules;
    private final Ids ids;
    private final Clock clock;
    private final AccountableChanges changes;

    Drafting(Activities activities, ActivityRules rules, Ids ids, Clock clock, AccountableChanges changes) {
        this.activities = activities;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    Activity draft(ActivityDraft draft) {
        activities.holdNetworks();
        ActivityPlan plan = rules.checkNew(draft);
        Activity activity = new Activity(
                new ActivityId(ids.next()),
                1,
                plan.slug(),
                plan.kind(),
                ActivityStatus.DRAFT,
                plan.language(),
                plan.series(),
                plan.network(),
                plan.title(),
                plan.summary(),
                new Places(plan.capacity(), 0),
                plan.signUp(),
                plan.reminders(),
                plan.mails(),
                null,
                newSessions(plan.sessions()),
                plan.speakers(),
                plan.organizations(),
                plan.presentation(),
                SignUpForm.NONE.following(plan.form()),
                plan.certificates(),
                plan.retention(),
                null);
        if (!activities.insert(activity, clock.instant())) {
            throw ChangingActivities.slugTaken(plan.slug());
        }
        changes.made("activity.drafted", AccountableChanges.Before.NOTHING, activity, null);
        return activity;
    }

    List<Session> newSessions(List<SessionPlan> plans) {
        return plans.stream().map(this::newSession).toList();
    }

    Session newSession(SessionPlan plan) {
        return new Session(
                new SessionId(ids.next()),
                1,
                SessionStatus.SCHEDULED,
                plan.title(),
                plan.startsAt(),
                plan.endsAt(),
                plan.timeZone(),
                plan.joinUrl(),
                plan.hostUrl(),
                new Places(plan.capacity(), 0),
                plan.format(),
                null);
    }
}
