package museum.atrium.recording.arrivals;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording that a live room tells of.
 *
 * @param externalId what the room's system calls it: told again, it is the same
 * @param room what that system calls the room
 * @param topic as the room was called, or empty
 * @param file where it can be fetched
 * @param authorization the header that opens it; null: its address is enough
 */
public record Arrival(
        ArrivalSource source,
        String externalId,
        String room,
        String topic,
        Instant startedAt,
        Instant endedAt,
        URI file,
        @Nullable String authorization) {}
