package museum.atrium.notification.composing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published recording and the recipient's own link to it.
 *
 * @param until from then on nobody may watch it; null: no such time
 */
public record RecordingInfo(
        UUID id, String title, URI watch, @Nullable Instant until) {}
