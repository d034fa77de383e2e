package museum.atrium.registration.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof of one erasure.
 *
 * @param askedAt also when this service erased it
 * @param activity the slug of the activity whose period is over; null: somebody asked for it
 * @param account whose call it was; null: the person's own, by a link of theirs, or nobody's, because the period is over
 * @param registrations how many, invitations to speak included
 * @param ids of those; null in a list of reports
 */
public record ErasureReport(
        ErasureId id,
        ErasureSubject subject,
        @Nullable String activity,
        Instant askedAt,
        @Nullable String account,
        @Nullable String accountName,
        int registrations,
        Status status,
        List<ServiceAnswer> services,
        @Nullable List<UUID> ids) {

    public enum Status {
        /** Not every service has answered yet, or not everything is gone yet of an activity whose period is over. */
        WAITING,
        DONE
    }

    /**
     * @param answeredAt when it last did; null: it has not, or there was nothing to ask
     * @param deleted how much, by kind; of a service that waits, what it has answered so far
     */
    public record ServiceAnswer(
            String service, Status status, @Nullable Instant answeredAt, Map<String, Integer> deleted) {}
}
