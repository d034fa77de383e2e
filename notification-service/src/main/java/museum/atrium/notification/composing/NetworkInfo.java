package museum.atrium.notification.composing;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a mail goes out.
 *
 * @param language BCP 47; stands in where the recipient's is missing
 * @param senderAddress null for the installation's
 * @param replyTo null where answers go to the sender
 * @param imprint by language tag; may have several lines
 * @param page where everyone reads the imprint and the privacy notice
 */
public record NetworkInfo(
        String name,
        String language,
        @Nullable Logo logo,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        Map<String, String> imprint,
        URI page) {

    /** Whose mailbox is read by the network itself, if any is known. */
    @Nullable String answered() {
        return replyTo == null ? senderAddress : replyTo;
    }

    /** @param alt what it shows, by language tag */
    public record Logo(URI url, Map<String, String> alt) {}
}
