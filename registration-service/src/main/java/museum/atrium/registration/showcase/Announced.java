package museum.atrium.registration.showcase;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * How an activity stands against the dates that were announced.
 *
 * @param earlierStarts when sessions were to begin before they were last moved
 */
record Announced(Activity activity, Map<SessionId, Instant> earlierStarts) {

    /** schema.org's words for it are these. */
    enum State {
        SCHEDULED("EventScheduled"),
        RESCHEDULED("EventRescheduled"),
        /** The dates were taken away, and there are no others yet. */
        POSTPONED("EventPostponed"),
        CANCELLED("EventCancelled");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    State state() {
        if (activity.status() == ActivityStatus.CANCELLED) {
            return State.CANCELLED;
        }
        if (activity.scheduledSessions().isEmpty()) {
            return activity.sessions().isEmpty() ? State.SCHEDULED : State.POSTPONED;
        }
        return earlierStart() == null ? State.SCHEDULED : State.RESCHEDULED;
    }

    State state(Session session) {
        if (activity.status() == ActivityStatus.CANCELLED || !session.takesPlace()) {
            return State.CANCELLED;
        }
        return earlierStart(session) == null ? State.SCHEDULED : State.RESCHEDULED;
    }

    /** Those called off included, in the order in which they begin. */
    List<Session> inOrder() {
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .toList();
    }

    /** The sessions that take place, or were to when there were dates, in the order in which they begin. */
    List<Session> dated() {
        List<Session> scheduled = activity.scheduledSessions();
        return scheduled.isEmpty() ? inOrder() : scheduled;
    }

    /** The session that the whole begins with, or began with when there were dates; null: there never was any. */
    @Nullable Session first() {
        return dated().stream().findFirst().orElse(null);
    }

    /** The session that the whole ends with, or ended with when there were dates; null: there never was any. */
    @Nullable Session last() {
        return dated().stream().max(Comparator.comparing(Session::endsAt)).orElse(null);
    }

    /** When the whole was to begin before it was moved; null: it was not. */
    @Nullable Instant earlierStart() {
        Session first = first();
        return first == null ? null : earlierStart(first);
    }

    @Nullable Instant earlierStart(Session session) {
        return earlierStarts.get(session.id());
    }
}
