package museum.atrium.registration.announcing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code contracts/events/activity.schema.json}: an activity as the other services may know it; no live-room address. */
record ActivityContract(
        UUID id,
        long revision,
        String slug,
        String kind,
        String status,
        String language,
        Map<String, String> title,
        Map<String, String> summary,
        @Nullable SeriesContract series,
        @Nullable UUID network,
        @Nullable String cancellationReason,
        List<OrganizationContract> organizations,
        List<String> reminders,
        MailsContract mails,
        @Nullable String digest,
        @Nullable String placeOffers,
        List<SessionContract> sessions) {

    record MailsContract(
            boolean afterAttending,
            boolean afterMissing,
            boolean certificate,
            boolean recording,
            @Nullable URI survey) {}

    record SeriesContract(UUID id, String slug, Map<String, String> title) {}

    record OrganizationContract(String name, String role) {}

    record SessionContract(
            UUID id,
            long revision,
            String status,
            Map<String, String> title,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            boolean selfPaced,
            @Nullable String language,
            List<String> interpretation,
            @Nullable Instant attendanceSettledAt) {}
}
