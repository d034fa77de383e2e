package museum.atrium.notification.bounces;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What another server tells of a mail that it could not deliver yet, or ever (RFC 3464).
 *
 * @param places to which it came, and other fields that may hold the address that the mail was to come back to
 * @param recipients at least one
 * @param mark of the Message-ID of the mail that is told of, if it is one of ours
 * @param addresses of whom it was for
 */
record DeliveryReport(
        List<String> places, List<RecipientStatus> recipients, Optional<UUID> mark, List<String> addresses) {

    /** Of several recipients the one that it is best with. */
    RecipientStatus mildest() {
        return recipients.stream()
                .min(Comparator.comparing(RecipientStatus::verdict))
                .orElseThrow();
    }
}
