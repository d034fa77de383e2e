package museum.atrium.notification.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A reminder whose mail tells of other sessions too.
 *
 * @param by the delivery
 * @param distance at which it was planned
 * @param also the other sessions, by {@link #key}
 */
record Reminded(long by, String distance, Progress progress, Set<String> also) {

    enum Progress {
        /** Waits for its turn, or for another attempt: nobody knows whether it ever goes. */
        TO_COME,
        ON_ITS_WAY,
        SENT
    }

    static Reminded onItsWay(Delivery delivery, Collection<LiveSession> also) {
        return new Reminded(
                delivery.id(),
                delivery.distance(),
                Progress.ON_ITS_WAY,
                also.stream()
                        .map(session -> key(session.id().toString(), session.revision()))
                        .collect(Collectors.toSet()));
    }

    /** Whether it tells all that this one would. */
    boolean covers(Delivery reminder) {
        return by != reminder.id()
                && distance.equals(reminder.distance())
                && also.contains(key(String.valueOf(reminder.about()), reminder.revision()));
    }

    private static String key(String session, long revision) {
        return session + "/" + revision;
    }
}
