package museum.atrium.registration.speakers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What organisers do with invitations, each under the lock of its activity. Who is invited hears of it by mail. */
@Component
class InvitingSpeakers {

    private static final int MOST = 200;

    private final Activities activities;
    private final SpeakerInvitations invitations;
    private final AccountableInvitations changes;
    private final Ids ids;
    private final Clock clock;

    InvitingSpeakers(
            Activities activities,
            SpeakerInvitations invitations,
            AccountableInvitations changes,
            Ids ids,
            Clock clock) {
        this.activities = activities;
        this.invitations = invitations;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    List<SpeakerInvitation> list(String slug) {
        return invitations.of(activities.existing(slug).id());
    }

    /** @throws Refusal 404 if the activity has no such invitation */
    SpeakerInvitation show(String slug, SpeakerId id) {
        return of(activities.existing(slug), id);
    }

    /** @throws Refusal 409 if the address was invited to the activity before, whatever became of it */
    @Transactional
    public SpeakerInvitation invite(String slug, SpeakerRequest request) {
        Activity activity = locked(slug);
        SpeakerRules.Plan plan = SpeakerRules.check(request, activity, null);
        refuseUnlessPublished(activity);
        List<SpeakerInvitation> all = invitations.of(activity.id());
        all.stream()
                .filter(other -> other.invitee()
                        .email()
                        .key()
                        .equals(plan.invitee().email().key()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "speaker-invited-before",
                            "This address has an invitation to '" + slug + "' already, " + other.id() + ", which is "
                                    + other.status() + "; send that one again.");
                });
        if (all.size() >= MOST) {
            throw Refusal.conflict(
                    "too-many-speakers",
                    "The activity '" + slug + "' has " + MOST + " invitations, which is the most.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SpeakerInvitation invitation =
                SpeakerInvitation.first(new SpeakerId(ids.next()), activity.id(), plan.invitee(), plan.sessions(), now);
        invitations.insert(invitation);
        changes.made("speaker.invited", activity, new SpeakerChanged(invitation, SpeakerOccasion.INVITED, true));
        return invitation;
    }

    /** Changes nothing where nothing differs. */
    @Transactional
    public SpeakerInvitation change(String slug, SpeakerId id, SpeakerPatch patch) {
        Activity activity = locked(slug);
        SpeakerInvitation stored = of(activity, id);
        SpeakerRules.Plan plan = SpeakerRules.check(patch.over(stored), activity, stored.sessions());
        boolean otherInvitee = !plan.invitee().equals(stored.invitee());
        boolean otherSessions = !Objects.equals(plan.sessions(), stored.sessions());
        if (!otherInvitee && !otherSessions) {
            return stored;
        }
        boolean askedAnew = otherSessions && stored.status() == SpeakerStatus.INVITED;
        return keep(
                "speaker.edited",
                activity,
                new SpeakerChanged(
                        stored.changed(plan.invitee(), plan.sessions()),
                        askedAnew ? SpeakerOccasion.INVITED : SpeakerOccasion.CHANGED,
                        otherInvitee));
    }

    /** The mail once more, and nothing but its links opens anything from then on. */
    @Transactional
    public SpeakerInvitation sendAgain(String slug, SpeakerId id) {
        Activity activity = locked(slug);
        SpeakerInvitation stored = of(activity, id);
        refuseUnlessPublished(activity);
        SpeakerInvitation again = stored.again();
        return keep(
                "speaker.invitedAgain",
                activity,
                new SpeakerChanged(
                        again,
                        again.status() == SpeakerStatus.ACCEPTED ? SpeakerOccasion.ACCEPTED : SpeakerOccasion.INVITED,
                        false));
    }

    /** Withdrawing what is withdrawn already changes nothing. */
    @Transactional
    public SpeakerInvitation withdraw(String slug, SpeakerId id) {
        Activity activity = locked(slug);
        SpeakerInvitation stored = of(activity, id);
        return stored.status() == SpeakerStatus.WITHDRAWN
                ? stored
                : keep(
                        "speaker.withdrawn",
                        activity,
                        new SpeakerChanged(stored.withdrawn(), SpeakerOccasion.WITHDRAWN, false));
    }

    private SpeakerInvitation keep(String action, Activity activity, SpeakerChanged change) {
        invitations.update(change.invitation());
        changes.made(action, activity, change);
        return change.invitation();
    }

    private Activity locked(String slug) {
        return activities.lock(activities.existing(slug).id()).orElseThrow();
    }

    private SpeakerInvitation of(Activity activity, SpeakerId id) {
        return invitations
                .find(id)
                .filter(invitation -> invitation.activity().equals(activity.id()))
                .orElseThrow(() -> Refusal.notFound(
                        "There is no invitation " + id + " to the activity '" + activity.slug() + "'."));
    }

    /** The mail shows the programme, and a draft is nobody's business yet. */
    private static void refuseUnlessPublished(Activity activity) {
        if (activity.isPublished()) {
            return;
        }
        boolean draft = activity.status() == ActivityStatus.DRAFT;
        throw Refusal.conflict(
                draft ? "activity-draft" : "activity-cancelled",
                "The activity '" + activity.slug() + "' is "
                        + (draft ? "a draft; publish it before inviting speakers." : "cancelled; nobody is invited."));
    }
}
