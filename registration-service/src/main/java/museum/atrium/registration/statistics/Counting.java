package museum.atrium.registration.statistics;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.statistics.ActivityStatistics.Attendance;
import museum.atrium.registration.statistics.ActivityStatistics.SessionStatistics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what there is at one moment, whatever changes meanwhile: the sums agree. */
@Component
public class Counting {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final SignUpCounts signUps;
    private final SessionCounts sessions;
    private final AnswerCounts answers;
    private final Clock clock;

    Counting(SignUpCounts signUps, SessionCounts sessions, AnswerCounts answers, Clock clock) {
        this.signUps = signUps;
        this.sessions = sessions;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param wanted whose days are counted; null: those of the first session */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ActivityStatistics count(Activity activity, @Nullable ZoneId wanted) {
        List<Session> held = activity.scheduledSessions();
        ZoneId zone =
                wanted != null ? wanted : held.isEmpty() ? UTC : held.getFirst().timeZone();
        SignUps counted = signUps.of(activity.id());
        Map<SessionId, SessionCounts.Count> counts = sessions.of(activity.id());
        boolean settled = !held.isEmpty() && held.stream().allMatch(session -> session.attendanceSettledAt() != null);
        return new ActivityStatistics(
                activity.slug(),
                zone.getId(),
                clock.instant(),
                counted.statuses(),
                counted.days(zone),
                counted.countries(),
                counted.languages(),
                Attendance.of(counted.statuses().confirmed(), counted.attended(), settled),
                held.stream()
                        .map(session -> statistics(
                                activity,
                                session,
                                counts.getOrDefault(session.id(), SessionCounts.Count.nobody(session.id()))))
                        .toList(),
                answers.of(activity.id(), activity.form()));
    }

    /** @param wanted whose days are counted; null: those of UTC */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    SeriesStatistics countSubscriptions(Activity series, @Nullable ZoneId wanted) {
        ZoneId zone = wanted == null ? UTC : wanted;
        SignUps counted = signUps.of(series.id());
        SignUps.Statuses statuses = counted.statuses();
        return new SeriesStatistics(
                series.slug(),
                zone.getId(),
                clock.instant(),
                statuses.interested(),
                statuses.pending(),
                statuses.cancelled(),
                counted.days(zone),
                counted.languages());
    }

    private static SessionStatistics statistics(Activity activity, Session session, SessionCounts.Count count) {
        return new SessionStatistics(
                session.id(),
                activity.titleOf(session),
                session.startsAt(),
                Attendance.of(count.chosen(), count.attended(), session.attendanceSettledAt() != null),
                session.attendanceSettledAt(),
                count.waiting(),
                count.minutesKnown(),
                count.averageMinutes());
    }
}
