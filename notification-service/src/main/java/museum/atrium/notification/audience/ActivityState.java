package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an activity's event that mails are made of.
 *
 * @param series which it belongs to; null where it belongs to none
 * @param network in whose name it is held; null where in that of the installation alone
 * @param digest of a series: for how long what is new in it is gathered; null: it is told at once
 * @param mails null in events from before organisers could mute any
 * @param reminders how long before each session
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
        @Nullable Mails mails,
        @Nullable Duration digest,
        List<Duration> reminders,
        List<Organization> organizations,
        List<SessionState> sessions) {

    /** @param id null in events from before series could be subscribed to */
    record Series(@Nullable UUID id) {}

    /** Which of the mails that nobody has to get are sent, and what those who came are asked to answer. */
    record Mails(
            boolean afterAttending,
            boolean afterMissing,
            boolean certificate,
            boolean recording,
            @Nullable String survey) {

        static final Mails ALL = new Mails(true, true, true, true, null);

        /** By their names here, which is what they go by wherever they are looked up. */
        List<String> muted() {
            return Stream.of(
                            afterAttending ? "" : "afterAttending",
                            afterMissing ? "" : "afterMissing",
                            certificate ? "" : "certificate",
                            recording ? "" : "recording")
                    .filter(name -> !name.isEmpty())
                    .toList();
        }
    }

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

    Mails wanted() {
        return requireNonNullElse(mails, Mails.ALL);
    }

    /** Since when it is known of every live session who came; empty as long as it is not, or where none was live. */
    Optional<Instant> attendanceSettledAt() {
        List<SessionState> live = sessions.stream().filter(SessionState::isLive).toList();
        return live.stream().allMatch(session -> session.attendanceSettledAt() != null)
                ? live.stream()
                        .map(SessionState::attendanceSettledAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
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
