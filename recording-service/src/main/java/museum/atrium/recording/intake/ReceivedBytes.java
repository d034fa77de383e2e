package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import museum.atrium.http.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what a request brings at the end of a file. What has arrived stays, also when the connection breaks. */
final class ReceivedBytes {

    private static final Logger log = LoggerFactory.getLogger(ReceivedBytes.class);
    private static final int BUFFER = 1 << 16;
    private static final Duration UNTIL_THERE_MAY_BE_ROOM = Duration.ofMinutes(1);

    private ReceivedBytes() {}

    /** The uploader's connection, not the store, gave up. */
    static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1;

        BrokenOff(IOException cause) {
            super(cause);
        }
    }

    /**
     * @param room how many bytes may come; one more and all of this request's are taken back
     * @throws BrokenOff when the connection breaks or falls silent
     */
    static void append(Path path, InputStream bytes, long room) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            long before = file.size();
            file.position(before);
            try {
                copy(bytes, file, room);
                if (read(bytes, new byte[1], 1) >= 0) {
                    file.truncate(before);
                    throw Refusal.badRequest("The request has more bytes than the upload's length leaves room for.");
                }
            } finally {
                file.force(true);
            }
        }
    }

    private static void copy(InputStream bytes, FileChannel file, long room) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = room;
        while (left > 0) {
            int count = read(bytes, buffer, (int) Math.min(buffer.length, left));
            if (count < 0) {
                return;
            }
            write(ByteBuffer.wrap(buffer, 0, count), file);
            left -= count;
        }
    }

    private static int read(InputStream bytes, byte[] buffer, int most) throws BrokenOff {
        try {
            return bytes.read(buffer, 0, most);
        } catch (IOException broken) {
            throw new BrokenOff(broken);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel file) {
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException full) {
            log.error("The store takes no more bytes: uploads are refused until it does", full);
            throw Refusal.overloaded(UNTIL_THERE_MAY_BE_ROOM);
        }
    }
}
