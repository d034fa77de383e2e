package museum.atrium.registration.speakers;

import java.util.Map;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.programme.Activity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where what organisers do with an invitation passes, in its transaction: it is noted without whose it is, and others hear of it. */
@Component
class AccountableInvitations {

    private final Audit audit;
    private final ApplicationEventPublisher events;

    AccountableInvitations(Audit audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void made(String action, Activity activity, SpeakerChanged change) {
        note(action, activity, change.invitation().id());
        events.publishEvent(change);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void erased(Activity activity, SpeakerId invitation) {
        note("speaker.erased", activity, invitation);
        events.publishEvent(new SpeakerErased(invitation));
    }

    private void note(String action, Activity activity, SpeakerId invitation) {
        audit.noted(
                action,
                Target.activity(activity.id().value(), activity.slug()),
                Map.of("invitation", invitation.toString()));
    }
}
