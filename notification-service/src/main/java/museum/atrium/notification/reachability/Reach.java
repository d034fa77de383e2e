package museum.atrium.notification.reachability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether mails reach the person of a registration.
 *
 * @param because why nothing is sent: BOUNCED or ORGANIZER; null: they are reached
 * @param since when nothing is sent; null like the reason
 * @param unsubscribed topics of mails that are not wanted, in alphabetical order
 */
record Reach(@Nullable String because, @Nullable Instant since, List<String> unsubscribed) {

    static final Reach UNHINDERED = new Reach(null, null, List.of());

    boolean reachable() {
        return because == null;
    }
}
