package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.planning.Identity;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, claimed for sending. Its identity is registration, kind, about, distance and revision.
 *
 * @param about the session or the recording, if the mail is about one
 * @param notice what concerned the whole audience, if that is where it comes from
 * @param attempts how often it was tried before
 * @param plannedAt or when somebody had it sent again
 * @param firstDueAt before it was put off for whatever reason
 * @param paced whether it was told to come back when it is its turn at a pace
 * @param resent how often somebody had it sent again
 */
record Delivery(
        long id,
        UUID registration,
        MailKind kind,
        @Nullable UUID about,
        String distance,
        long revision,
        @Nullable Long notice,
        Lane lane,
        int attempts,
        Instant firstDueAt,
        Instant plannedAt,
        @Nullable Instant expiresAt,
        boolean paced,
        int resent) {

    /**
     * Made of the identity alone: whoever sends this delivery, and however often it is tried, it is the same, so that
     * mailboxes drop a repeat. What a person has sent again they are to see again.
     */
    UUID mark() {
        return new Identity(registration, kind, about, distance, revision, resent).mark();
    }
}
