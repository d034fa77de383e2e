package museum.atrium.recording.arrivals;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as a live room's system has written it down; it comes after its recording, or before.
 *
 * @param startedAt when its recording was begun, by which it is known
 * @param file WebVTT
 * @param authorization the header that opens it; null: its address is enough
 */
public record Transcript(
        ArrivalSource source,
        String externalId,
        String room,
        Instant startedAt,
        URI file,
        @Nullable String authorization) {}
