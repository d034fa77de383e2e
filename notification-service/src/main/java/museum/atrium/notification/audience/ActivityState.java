package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an activity's event that mails are made of.
 *
 * @param series which it belongs to; null where it belongs to none
 * @param network in whose name it is held; null where in that of the installation alone
 * @param placeOffers for how long a free place is offered; null where it is given at once
 */
record ActivityState(
        UUID id,
        long revision,
        String slug,
        String kind,
        String status,
        String language,
        Map<String, String> title,
        Map<String, String> summary,
        @Nullable Series series,
        @Nullable UUID network,
        @Nullable String cancellationReason,
        @Nullable Duration placeOffers,
        List<Organization> organizations,
        List<SessionState> sessions) {

    /** @param id null in events from before series could be subscribed to */
    record Series(@Nullable UUID id) {}

    record Organization(String name, @Nullable String role) {}

    ActivityState {
        requireNonNull(id);
        requireNonNull(slug);
        requireNonNull(kind);
        requireNonNull(status);
        requireNonNull(language);
        requireNonNull(title);
        summary = requireNonNullElse(summary, Map.of());
        organizations = requireNonNullElse(organizations, List.of());
        sessions = requireNonNullElse(sessions, List.of());
    }

    @Nullable UUID seriesId() {
        return series == null ? null : series.id();
    }

    /** Whether it belongs to a series, and the event does not say to which. */
    boolean seriesUntold() {
        return series != null && series.id() == null;
    }

    boolean cancelled() {
        return status.equals("CANCELLED");
    }

    /** Whether it has a session that is still to come at that time. */
    boolean isDated(Instant at) {
        return sessions.stream()
                .anyMatch(session -> !session.cancelled() && session.endsAt().isAfter(at));
    }

    List<String> organizers() {
        return organizations.stream()
                .filter(organization -> "ORGANIZER".equals(organization.role()))
                .map(Organization::name)
                .toList();
    }
}
