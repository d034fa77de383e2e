package museum.atrium.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.notification.composing.ActivityInfo;
import museum.atrium.notification.composing.NetworkInfo;
import org.jspecify.annotations.Nullable;

/**
 * An activity as known at this moment, its sessions by their start.
 *
 * @param series which it belongs to, itself an activity
 * @param network in whose name it is held
 * @param wishes what its organiser wishes of its mails
 * @param reminders how long before each session one falls due
 * @param awaitsNetwork whether it is held in the name of one that is not known yet
 */
record Activity(
        ActivityInfo info,
        MailWishes wishes,
        @Nullable UUID series,
        @Nullable NetworkInfo network,
        boolean awaitsNetwork,
        boolean cancelled,
        @Nullable String cancellationReason,
        List<Duration> reminders,
        List<LiveSession> sessions) {

    /** Whether all that took place of it is over; what has no date yet is to come. */
    boolean isOver(Instant now) {
        List<LiveSession> held =
                sessions.stream().filter(session -> !session.cancelled()).toList();
        return !held.isEmpty() && held.stream().allMatch(session -> session.isOver(now));
    }

    Optional<LiveSession> session(@Nullable UUID id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }
}
