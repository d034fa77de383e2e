package museum.atrium.registration.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One export, with how far it is.
 *
 * @param number by which the next page begins
 * @param account whose call it was; null: the person's own, by a link of theirs
 * @param registrations how many it is about, invitations to speak included; those that are erased meanwhile are not counted
 * @param services that were asked
 */
public record Export(
        ExportId id,
        long number,
        ExportSubject subject,
        Instant askedAt,
        Instant endsAt,
        @Nullable String account,
        @Nullable String accountName,
        int registrations,
        List<Asked> services) {

    public enum Status {
        /** Not every service has answered yet. */
        WAITING,
        DONE
    }

    public Status status() {
        boolean done = services.stream().allMatch(service -> service.status() == Status.DONE);
        return done ? Status.DONE : Status.WAITING;
    }

    /** @param answeredAt when it last did; null: it has not, or there was nothing to ask */
    public record Asked(
            String service, Status status, @Nullable Instant answeredAt) {}

    /** What a service holds of a registration, or of an invitation to speak. */
    public record Answer(UUID registration, String service, Instant answeredAt, JsonNode held) {}
}
