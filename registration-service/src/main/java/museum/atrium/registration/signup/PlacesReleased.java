package museum.atrium.registration.signup;

import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.ActivityEvent.ActivityCancelled;
import museum.atrium.registration.programme.ActivityEvent.ActivityPublished;
import museum.atrium.registration.programme.ActivityEvent.ActivityUpdated;
import museum.atrium.registration.programme.ActivityEvent.SessionCancelled;
import museum.atrium.registration.programme.ActivityEvent.SessionRescheduled;
import museum.atrium.registration.programme.ActivityEvent.SessionScheduled;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A change of an activity may free places: a raised capacity, a session that no longer limits, a later end. */
@Component
class PlacesReleased {

    private final Seatings seatings;
    private final Waitlist waitlist;
    private final Activities activities;

    PlacesReleased(Seatings seatings, Waitlist waitlist, Activities activities) {
        this.activities = activities;
        this.seatings = seatings;
        this.waitlist = waitlist;
    }

    @EventListener
    void on(ActivityEvent event) {
        ActivityId activity = event.activity().id();
        switch (event) {
            case ActivityPublished published -> {}
            case ActivityCancelled cancelled -> {}
            case ActivityEvent.AttendanceSettled settled -> {}
            case SessionScheduled scheduled -> takeIn(activity);
            case ActivityUpdated updated -> moveUp(activity);
            case SessionRescheduled rescheduled -> moveUp(activity);
            case SessionCancelled cancelled -> moveUp(activity);
        }
    }

    @Transactional
    public void sessionOver(SessionId session) {
        activities.lockBySession(session).map(Activity::id).ifPresent(this::moveUp);
    }

    /** Who registered for every session has a place in a new one too: it must have that many. */
    private void takeIn(ActivityId activity) {
        seatings.recount(activity);
        Seating seating = seatings.lock(activity).orElseThrow();
        if (seating.isOverbooked()) {
            throw Refusal.invalid(new FieldError(
                    "capacity", "is too small: those who registered for every session would not fit in this one"));
        }
        waitlist.moveUp(seating);
    }

    private void moveUp(ActivityId activity) {
        seatings.lock(activity).ifPresent(waitlist::moveUp);
    }
}
