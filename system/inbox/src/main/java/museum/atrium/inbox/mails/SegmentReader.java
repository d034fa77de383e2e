package museum.atrium.inbox.mails;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one file. Not a FileChannel, on purpose: an interrupt of the reading thread would close that under
 * everyone else.
 */
final class SegmentReader implements Closeable {

    /** Holds the envelope of nearly every mail, so that one read is enough. */
    private static final int FIRST_READ = 1_024;

    private final RandomAccessFile file;

    SegmentReader(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "r");
    }

    long length() throws IOException {
        return file.length();
    }

    Envelope envelope(long offset) throws IOException {
        byte[] start = read(offset, FIRST_READ);
        int length = MailRecord.envelopeLength(ByteBuffer.wrap(start));
        if (MailRecord.HEADER + length > start.length) {
            start = read(offset, MailRecord.HEADER + length);
        }
        return Envelope.decode(start, MailRecord.HEADER, length);
    }

    byte[] message(long offset) throws IOException {
        byte[] record = record(offset);
        return Arrays.copyOfRange(
                record, MailRecord.HEADER + MailRecord.envelopeLength(ByteBuffer.wrap(record)), record.length);
    }

    byte[] record(long offset) throws IOException {
        return read(offset, MailRecord.totalLength(ByteBuffer.wrap(read(offset, MailRecord.HEADER))));
    }

    /** The header at the offset, or null where no record can begin. */
    @Nullable ByteBuffer headerAt(long offset, long end) throws IOException {
        if (end - offset < MailRecord.HEADER) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(read(offset, MailRecord.HEADER));
        return MailRecord.isPlausible(header, end - offset) ? header : null;
    }

    private byte[] read(long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        int filled = 0;
        while (filled < length) {
            int read = file.read(bytes, filled, length - filled);
            if (read < 0) {
                return Arrays.copyOf(bytes, filled);
            }
            filled += read;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
