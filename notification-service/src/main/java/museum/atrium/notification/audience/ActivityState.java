package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an activity's event that mails are made of. */
record ActivityState(
        UUID id,
        long revision,
        String slug,
        String kind,
        String status,
        String language,
        Map<String, String> title,
        Map<String, String> summary,
        @Nullable String cancellationReason,
        List<Organization> organizations,
        List<SessionState> sessions) {

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

    boolean cancelled() {
        return status.equals("CANCELLED");
    }

    List<String> organizers() {
        return organizations.stream()
                .filter(organization -> "ORGANIZER".equals(organization.role()))
                .map(Organization::name)
                .toList();
    }
}
