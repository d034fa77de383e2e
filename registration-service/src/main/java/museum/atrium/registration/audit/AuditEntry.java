package museum.atrium.registration.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one account did at one time.
 *
 * @param accountName as it was then
 * @param activity the slug, as it is now, of the activity or series that it was about; null: of none, or of one that is gone
 */
record AuditEntry(
        long id,
        Instant at,
        String account,
        String accountName,
        String action,
        Target target,
        @Nullable String activity,
        JsonNode changes) {}
