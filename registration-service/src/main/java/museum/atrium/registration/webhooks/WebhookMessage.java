package museum.atrium.registration.webhooks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told, once for all who are told it.
 *
 * @param id receivers know a repetition by it
 * @param registration whose it tells of; null: of nobody's in particular
 * @param payload the whole body
 */
record WebhookMessage(UUID id, String type, @Nullable UUID registration, String payload) {}
