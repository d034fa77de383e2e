package museum.atrium.notification.pausing;

import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.notification.pausing.Interventions.What;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses, resumes and cancels, of an activity or (null) of all; nothing is done and noted twice. */
@Component
class Steering {

    private final Pauses pauses;
    private final Cancellations cancellations;
    private final Interventions interventions;
    private final ApplicationEventPublisher publisher;

    Steering(
            Pauses pauses,
            Cancellations cancellations,
            Interventions interventions,
            ApplicationEventPublisher publisher) {
        this.pauses = pauses;
        this.cancellations = cancellations;
        this.interventions = interventions;
        this.publisher = publisher;
    }

    @Transactional
    public Pause pause(@Nullable UUID activity, OrganizerAccount account) {
        if (pauses.begin(activity, account.name())) {
            changed(What.PAUSED, activity, account);
        }
        return pauses.of(activity).orElseThrow();
    }

    @Transactional
    public void resume(@Nullable UUID activity, OrganizerAccount account) {
        if (pauses.end(activity)) {
            changed(What.RESUMED, activity, account);
        }
    }

    /** @return how many mails were waiting */
    @Transactional
    public long cancel(@Nullable UUID activity, OrganizerAccount account) {
        long waiting = cancellations.begin(activity);
        changed(What.CANCELLED, activity, account);
        return waiting;
    }

    private void changed(What what, @Nullable UUID activity, OrganizerAccount account) {
        interventions.note(what, activity, account);
        publisher.publishEvent(new Changed());
    }
}
