package museum.atrium.notification.composing;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recipient's own signed links.
 *
 * @param manage the page that shows, changes and cancels the registration
 * @param join by session, only for sessions in which the recipient has a place: who waits has none
 * @param watch the activity's watch page, where recordings have no link of their own
 * @param calendar of all that the address is registered for, where the mail tells of it
 * @param unsubscribe where mails like this one are stopped, by a POST at once (RFC 8058); null where they cannot be
 */
public record Links(
        URI manage,
        Map<UUID, URI> join,
        @Nullable URI watch,
        @Nullable URI calendar,
        @Nullable URI unsubscribe) {

    public Links {
        join = Map.copyOf(join);
    }
}
