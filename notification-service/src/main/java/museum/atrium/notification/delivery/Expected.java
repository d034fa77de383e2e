package museum.atrium.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * Mails of one kind about one thing that will be sent, if nothing changes.
 *
 * @param about the session, recording, activity or message, if they are about one
 * @param distance of a reminder, before the session's start
 * @param from when the first of them is due
 * @param to when the last of them is due
 */
public record Expected(
        MailKind kind, @Nullable UUID about, @Nullable Duration distance, Instant from, Instant to, int mails) {}
