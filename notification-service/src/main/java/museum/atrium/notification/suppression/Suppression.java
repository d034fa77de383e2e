package museum.atrium.notification.suppression;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address to which nothing is sent.
 *
 * @param address as addresses are compared
 * @param reply what the mail server said; null where an organiser wanted it
 * @param delivery whose mail came back; null where an organiser wanted it
 */
record Suppression(
        long id,
        String address,
        Cause cause,
        @Nullable String reply,
        @Nullable Long delivery,
        Instant since) {

    enum Cause {
        BOUNCED,
        ORGANIZER
    }

    /** Without the address: this may end in a log. */
    @Override
    public String toString() {
        return "suppression " + id;
    }
}
