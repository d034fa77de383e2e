package museum.atrium.registration.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.ActivityEvent.AttendanceSettled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says once for a session that who is not known to have come was absent: one change of the session, however many people chose
 * it. Who is found to have come after all is still counted.
 */
@Component
public class SettlingAttendance {

    private final Activities activities;
    private final AccountableChanges changes;
    private final Clock clock;

    SettlingAttendance(Activities activities, AccountableChanges changes, Clock clock) {
        this.activities = activities;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Settling twice changes nothing.
     *
     * @return when it was settled
     * @throws Refusal 404, or 409 if nobody can have come: it was cancelled, or has not begun
     */
    @Transactional
    public Instant settle(SessionId id) {
        Activity activity =
                activities.lockBySession(id).orElseThrow(() -> Refusal.notFound("There is no session " + id + "."));
        Session session = activity.session(id).orElseThrow();
        session.refuseIfNobodyCame(clock.instant());
        return settled(activity, session);
    }

    /** For who was told to do so when it ended: not if the session has moved, was cancelled or is gone. */
    @Transactional
    public void settleIfUnchanged(SessionId id, long revision) {
        activities.lockBySession(id).filter(Activity::isPublished).ifPresent(activity -> {
            Session session = activity.session(id).orElseThrow();
            if (session.takesPlace() && session.revision() == revision) {
                settled(activity, session);
            }
        });
    }

    private Instant settled(Activity activity, Session session) {
        Instant before = session.attendanceSettledAt();
        if (before != null) {
            return before;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Activity settled = activity.with(session.settled(now));
        AccountableChanges.Before earlier = changes.before(activity);
        activities.update(settled);
        changes.made("attendance.settled", earlier, settled, new AttendanceSettled(settled, session.id()));
        return now;
    }
}
