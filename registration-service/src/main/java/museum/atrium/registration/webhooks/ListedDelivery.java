package museum.atrium.registration.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message at one webhook.
 *
 * @param message what the receiver knows it by
 * @param statusCode of the last attempt that was answered; null: the last was not, or none was made
 * @param error why the last attempt was not answered; null: it was
 * @param nextAttemptAt null: there is none
 */
record ListedDelivery(
        long id,
        UUID message,
        String type,
        DeliveryStatus status,
        int attempts,
        @Nullable Integer statusCode,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant nextAttemptAt) {}
