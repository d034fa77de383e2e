package museum.atrium.registration.speakers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What who is invited does with the invitation. An answer can be changed as long as the invitation stands. */
@Component
class AnsweringInvitations {

    private final Activities activities;
    private final SpeakerInvitations invitations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnsweringInvitations(
            Activities activities, SpeakerInvitations invitations, ApplicationEventPublisher events, Clock clock) {
        this.activities = activities;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /** Saying the same twice changes nothing. */
    @Transactional
    public SpeakerInvitation answer(SpeakerInvitation found, boolean accepts) {
        Activity activity = activities.lock(found.activity()).orElseThrow();
        SpeakerInvitation stored = invitations
                .find(found.id())
                .filter(current -> current.linkVersion() == found.linkVersion())
                .orElseThrow(OwnInvitations::worthless);
        if (stored.status() == SpeakerStatus.WITHDRAWN) {
            throw Refusal.conflict("invitation-withdrawn", "The organiser has withdrawn this invitation.");
        }
        if (!activity.isPublished()) {
            throw Refusal.conflict("activity-cancelled", "The organiser has cancelled this activity.");
        }
        if (stored.status() == (accepts ? SpeakerStatus.ACCEPTED : SpeakerStatus.DECLINED)) {
            return stored;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SpeakerInvitation answered = accepts ? stored.accepted(now) : stored.declined(now);
        invitations.update(answered);
        events.publishEvent(
                new SpeakerChanged(answered, accepts ? SpeakerOccasion.ACCEPTED : SpeakerOccasion.DECLINED, false));
        return answered;
    }
}
