package museum.atrium.registration.signup;

import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.ActivityEvent.ActivityCancelled;
import museum.atrium.registration.programme.ActivityEvent.ActivityPublished;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import museum.atrium.registration.programme.ActivityEvent.SessionCancelled;
import museum.atrium.registration.programme.ActivityEvent.SessionRescheduled;
import museum.atrium.registration.programme.ActivityEvent.SessionScheduled;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A change of an activity may free places: a raised capacity, a session that no longer limits, a later end. */
@Component
class PlacesReleased {

    private final Seatings seatings;
    private final Waitlist waitlist;

    PlacesReleased(Seatings seatings, Waitlist waitlist) {
        this.seatings = seatings;
        this.waitlist = waitlist;
    }

    @EventListener
    void on(ActivityEvent event) {
        ActivityId activity = event.activity().id();
        switch (event) {
            case ActivityPublished published -> {}
            case ActivityCancelled cancelled -> {}
            case SessionScheduled scheduled -> {
                seatings.recount(activity);
                moveUp(activity);
            }
            case ActivityUpdated updated -> moveUp(activity);
            case SessionRescheduled rescheduled -> moveUp(activity);
            case SessionCancelled cancelled -> moveUp(activity);
        }
    }

    private void moveUp(ActivityId activity) {
        seatings.lock(activity).ifPresent(waitlist::moveUp);
    }
}
