package museum.atrium.notification.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.notification.composing.ActivityInfo;
import org.jspecify.annotations.Nullable;

/** An activity as known at this moment, its sessions by their start. */
record Activity(
        ActivityInfo info, boolean cancelled, @Nullable String cancellationReason, List<LiveSession> sessions) {

    Optional<LiveSession> session(@Nullable UUID id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }
}
