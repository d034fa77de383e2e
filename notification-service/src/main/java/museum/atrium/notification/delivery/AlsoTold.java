package museum.atrium.notification.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A mail that tells of more than it was planned for, so that mails which were planned for the rest are needless.
 *
 * @param by the delivery
 * @param distance at which it was planned, if it reminds
 * @param also what else it tells of, by {@link #session}, {@link #activity} or {@link #recording}
 */
record AlsoTold(long by, String distance, Progress progress, Set<String> also) {

    enum Progress {
        /** Waits for its turn, or for another attempt: nobody knows whether it ever goes. */
        TO_COME,
        ON_ITS_WAY,
        SENT
    }

    static AlsoTold onItsWay(Delivery delivery, Collection<String> also) {
        return new AlsoTold(delivery.id(), delivery.distance(), Progress.ON_ITS_WAY, Set.copyOf(also));
    }

    /** The same once it has gone. */
    AlsoTold sent() {
        return new AlsoTold(by, distance, Progress.SENT, also);
    }

    static String session(LiveSession session) {
        return key(session.id(), session.revision());
    }

    /** Told once, whatever becomes of it. */
    static String activity(UUID activity) {
        return key(activity, 0);
    }

    /** Told once, whatever becomes of it. */
    static String recording(UUID recording) {
        return key(recording, 0);
    }

    /** Whether it tells all that this one would. */
    boolean covers(Delivery delivery) {
        UUID about = delivery.about();
        return by != delivery.id()
                && about != null
                && distance.equals(delivery.distance())
                && also.contains(key(about, delivery.revision()));
    }

    private static String key(UUID about, long revision) {
        return about + "/" + revision;
    }
}
