package museum.atrium.notification.reachability;

import java.util.HashSet;
import java.util.UUID;

/** @param revision of the registration's reach, from 1 */
record Change(UUID registration, long revision, Reach before, Reach now) {

    /** What happened, where several things did the weightiest: the whole state goes with it. */
    String type() {
        return "museum.atrium.reach." + occasion() + ".v1";
    }

    private String occasion() {
        if (!now.reachable()) {
            boolean alreadySo = now.since() != null && now.since().equals(before.since());
            return alreadySo ? choice() : "BOUNCED".equals(now.because()) ? "bounced" : "suppressed";
        }
        return before.reachable() ? choice() : "suppressionLifted";
    }

    private String choice() {
        return new HashSet<>(before.unsubscribed()).containsAll(now.unsubscribed()) ? "resubscribed" : "unsubscribed";
    }
}
