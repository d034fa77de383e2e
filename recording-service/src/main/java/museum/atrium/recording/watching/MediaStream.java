package museum.atrium.recording.watching;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Sends bytes for as long as they may be watched: a film takes an hour, a right may end in the middle of it. */
final class MediaStream {

    private static final int BUFFER = 1 << 16;
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);

    private final Clock clock;
    private final BooleanSupplier stillAllowed;

    MediaStream(Clock clock, BooleanSupplier stillAllowed) {
        this.clock = clock;
        this.stillAllowed = stillAllowed;
    }

    /**
     * @param media from the range's start on
     * @return false when it broke off before the range's end, because the right or the file is gone
     */
    boolean send(InputStream media, ByteRange range, OutputStream client) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = range.start();
        Instant nextCheck = clock.instant().plus(BETWEEN_CHECKS);
        while (at <= range.end()) {
            if (!clock.instant().isBefore(nextCheck)) {
                if (!stillAllowed.getAsBoolean()) {
                    return false;
                }
                nextCheck = clock.instant().plus(BETWEEN_CHECKS);
            }
            int wanted = (int) Math.min(buffer.length, range.end() - at + 1);
            int count = media.read(buffer, 0, wanted);
            if (count < 0) {
                return false;
            }
            client.write(buffer, 0, count);
            at += count;
        }
        return true;
    }
}
