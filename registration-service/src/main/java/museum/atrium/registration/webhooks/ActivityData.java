package museum.atrium.registration.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.RunningNetwork;
import museum.atrium.registration.programme.Series;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;

/**
 * An activity as a webhook is told of it, after what happened; never a live-room address.
 *
 * @param revision rises with every change: of two messages that overtook each other the higher one counts
 * @param series its slug
 */
record ActivityData(
        UUID id,
        long revision,
        String slug,
        String kind,
        String status,
        String language,
        LocalizedText title,
        LocalizedText summary,
        @Nullable String series,
        @Nullable UUID network,
        @Nullable String cancellationReason,
        List<SessionData> sessions) {

    record SessionData(
            UUID id,
            long revision,
            String status,
            LocalizedText title,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            boolean selfPaced,
            @Nullable Instant attendanceSettledAt) {}

    static ActivityData of(Activity activity) {
        Series series = activity.series();
        RunningNetwork network = activity.network();
        return new ActivityData(
                activity.id().value(),
                activity.revision(),
                activity.slug(),
                activity.kind().name(),
                activity.status().name(),
                activity.language(),
                activity.title(),
                activity.summary(),
                series == null ? null : series.slug(),
                network == null ? null : network.id(),
                activity.cancellationReason(),
                activity.sessions().stream()
                        .map(session -> of(session, activity.titleOf(session)))
                        .toList());
    }

    private static SessionData of(Session session, LocalizedText title) {
        return new SessionData(
                session.id().value(),
                session.revision(),
                session.status().name(),
                title,
                session.startsAt(),
                session.endsAt(),
                session.timeZone().getId(),
                session.format().selfPaced(),
                session.attendanceSettledAt());
    }
}
