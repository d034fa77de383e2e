package museum.atrium.registration.webhooks;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * A delivery that one instance is at.
 *
 * @param claim tells it from the same delivery taken up again
 * @param message the id that receivers know a repetition by
 * @param attempts this one included
 * @param sealed the secrets that sign
 */
record Claimed(
        long delivery,
        UUID claim,
        UUID webhook,
        URI url,
        UUID message,
        String payload,
        int attempts,
        List<byte[]> sealed) {}
