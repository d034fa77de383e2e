package museum.atrium.registration.reachability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether mails reach the person of a registration, or of an invitation to speak.
 *
 * @param because why nothing is sent, as notification-service names it; null: they are reachable
 * @param since when nothing is sent to the address
 * @param unsubscribed topics of mails that they stopped
 */
public record Reach(
        boolean reachable,
        @Nullable String because,
        @Nullable Instant since,
        List<String> unsubscribed) {

    /** So it is as long as nothing else was told. */
    public static final Reach UNHINDERED = new Reach(true, null, null, List.of());
}
