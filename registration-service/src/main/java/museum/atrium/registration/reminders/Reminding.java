package museum.atrium.registration.reminders;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ReminderDistance;
import museum.atrium.registration.programme.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces a reminder that fell due, once, if it is still true. */
@Component
class Reminding {

    private static final Logger log = LoggerFactory.getLogger(Reminding.class);

    private final Activities activities;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminding(Activities activities, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.activities = activities;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void remind(ReminderId id) {
        Activity activity = activities.lockBySession(id.session()).orElse(null);
        Session session =
                activity == null ? null : activity.session(id.session()).orElse(null);
        ReminderDistance distance = new ReminderDistance(id.distance());
        Instant now = clock.instant();
        if (activity == null || session == null || !isTrue(activity, session, id, distance)) {
            log.info("reminder {} is out of date; nothing is sent for it", id.text());
        } else if (!session.startsAt().isAfter(now)) {
            log.warn(
                    "reminder {} fell due while nothing ran and its session has begun; nothing is sent for it",
                    id.text());
        } else if (firstTime(id, now)) {
            events.publishEvent(new ReminderDue(
                    activity.id(),
                    session.id(),
                    session.revision(),
                    distance.text(),
                    distance.before(session.startsAt()),
                    session.startsAt()));
        }
    }

    private static boolean isTrue(Activity activity, Session session, ReminderId id, ReminderDistance distance) {
        return activity.isPublished()
                && session.isLive()
                && session.revision() == id.sessionRevision()
                && activity.reminders().contains(distance);
    }

    private boolean firstTime(ReminderId id, Instant now) {
        return database.sql("""
                insert into reminder_announced (session_id, session_revision, distance, announced_at)
                values (:session, :revision, :distance, :now) on conflict do nothing
                """)
                        .param("session", id.session().value())
                        .param("revision", id.sessionRevision())
                        .param("distance", id.distance())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
