package museum.atrium.notification.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * What makes a delivery the one that it is; there is never another with the same.
 *
 * @param resent how often somebody had it sent again; that is no other delivery, but another mail
 */
public record Identity(
        UUID registration, MailKind kind, @Nullable UUID about, String distance, long revision, int resent) {

    /** The first half of its Message-ID, whoever sends it and however often. */
    public UUID mark() {
        String identity = "%s/%s/%s/%s/%d".formatted(registration, kind, about, distance, revision)
                + (resent == 0 ? "" : "/" + resent);
        return UUID.nameUUIDFromBytes(identity.getBytes(UTF_8));
    }
}
