package museum.atrium.notification.audience;

import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.planning.Notice;
import museum.atrium.notification.planning.Notices;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in activities and notices what of their change concerns the whole audience. */
@Component
class ActivityEvents implements EventHandler {

    private final EventReading reading;
    private final Intake intake;
    private final Activities activities;
    private final Notices notices;

    ActivityEvents(EventReading reading, Intake intake, Activities activities, Notices notices) {
        this.reading = reading;
        this.intake = intake;
        this.activities = activities;
        this.notices = notices;
    }

    @Override
    public String topic() {
        return "atrium.activities";
    }

    @Override
    public void handle(ReceivedEvent event) {
        ActivityState activity = reading.read(event, ActivityState.class);
        intake.take("activity", activity.id().toString(), activity.revision(), () -> take(activity, event.time()));
    }

    private void take(ActivityState activity, Instant at) {
        activities.holdExclusively(activity.id());
        KnownActivity before = activities.known(activity.id());
        activities.save(activity);
        if (!before.known()) {
            notices.add(Notice.audienceOf(activity.id(), at));
        }
        if (activity.cancelled()) {
            // Its sessions fall with it, and one mail says so.
            if (!before.cancelled()) {
                notices.add(Notice.activityCancelled(activity.id(), at));
            }
            return;
        }
        noticeSeries(activity, before, at);
        if (activity.isDated(at) && !before.wasDated(at)) {
            // Again, when its dates were withdrawn in between: who joined the interested since is owed it still.
            notices.renew(Notice.nowDated(activity.id(), at));
        }
        activity.attendanceSettledAt()
                .filter(settled -> !before.attendanceSettled())
                .ifPresent(settled -> notices.add(Notice.followUp(activity.id(), settled)));
        for (SessionState session : activity.sessions()) {
            KnownSession old = before.sessions().get(session.id());
            if (old != null && session.revision() > old.revision()) {
                noticeChange(activity, old, session, at);
            }
        }
    }

    /** Its subscribers join the audience of the series, so that is locked too; always after the activity itself. */
    private void noticeSeries(ActivityState activity, KnownActivity before, Instant at) {
        UUID series = activity.seriesId();
        if (series != null && before.isNewIn(series)) {
            activities.holdExclusively(series);
            notices.add(Notice.newInSeries(series, activity.id(), at));
        }
    }

    private void noticeChange(ActivityState activity, KnownSession old, SessionState session, Instant at) {
        if (session.cancelled()) {
            if (!old.cancelled()) {
                notices.add(Notice.sessionCancelled(activity.id(), session.id(), session.revision(), at));
            }
        } else if (old.cancelled() || !old.slot().isAtTimesOf(session.slot())) {
            notices.add(Notice.sessionRescheduled(
                    activity.id(), session.id(), session.revision(), at, old.slot(), session.endsAt()));
        }
    }
}
