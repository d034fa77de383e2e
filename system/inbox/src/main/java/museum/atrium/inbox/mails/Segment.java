package museum.atrium.inbox.mails;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of mails with consecutive ids, written at its end only, and the place of each in memory. Guarded by the lock
 * of its {@link Mails}.
 */
final class Segment implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Segment.class);
    private static final String SUFFIX = ".mails";

    private final Path file;
    private final long firstId;
    private final FileOutputStream out;
    private long[] offsets = new long[64];
    private long[] marks = new long[64];
    private int count;
    private long end;
    /** A write failed half way, as on a full disk; the next one begins by removing what it left. */
    private boolean torn;

    private Segment(Path file) throws IOException {
        this.file = file;
        this.firstId = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
        this.out = new FileOutputStream(file.toFile(), true);
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("[0-9]{20}\\" + SUFFIX);
    }

    static Segment create(Path folder, long firstId) throws IOException {
        return new Segment(folder.resolve(String.format(Locale.ROOT, "%020d%s", firstId, SUFFIX)));
    }

    /** Opens the newest file, checks every byte of it and cuts off what a killed process or machine left half written. */
    static Segment reopen(Path file) throws IOException {
        Segment segment = new Segment(file);
        segment.load(true);
        long surplus = Files.size(file) - segment.end;
        if (surplus > 0) {
            log.warn("{} ends in {} bytes of an unfinished mail that was never confirmed; cut off", file, surplus);
            segment.cutTo(segment.end);
        }
        return segment;
    }

    /** Opens a file that was finished and flushed before its successor was begun. */
    static Segment openFinished(Path file) throws IOException {
        Segment segment = new Segment(file);
        segment.load(false);
        if (Files.size(file) > segment.end) {
            log.error("{} is damaged after byte {}; the mails behind it are not shown", file, segment.end);
        }
        return segment;
    }

    private void load(boolean everyByte) throws IOException {
        try (SegmentReader reader = reader()) {
            long length = reader.length();
            for (ByteBuffer header = reader.headerAt(end, length);
                    header != null && (!everyByte || MailRecord.isWhole(reader.record(end)));
                    header = reader.headerAt(end, length)) {
                remember(RecipientMark.of(reader.envelope(end).to()), MailRecord.totalLength(header));
            }
        }
    }

    long append(byte[] record, long mark) throws IOException {
        if (torn) {
            cutTo(end);
        }
        torn = true;
        out.write(record);
        torn = false;
        remember(mark, record.length);
        return firstId + count - 1;
    }

    private void remember(long mark, int length) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            marks = Arrays.copyOf(marks, count * 2);
        }
        offsets[count] = end;
        marks[count] = mark;
        count++;
        end += length;
    }

    private void cutTo(long length) throws IOException {
        try (var file = new RandomAccessFile(this.file.toFile(), "rw")) {
            file.setLength(length);
        }
    }

    /** Ids below {@code before} whose mark has all these bits, newest first. */
    long[] candidates(long mark, long before) {
        int below = (int) Math.clamp(before - firstId, 0, count);
        long[] ids = new long[below];
        int found = 0;
        for (int i = below - 1; i >= 0; i--) {
            if ((marks[i] & mark) == mark) {
                ids[found++] = firstId + i;
            }
        }
        return Arrays.copyOf(ids, found);
    }

    boolean has(long id) {
        return id >= firstId && id < nextId();
    }

    long offset(long id) {
        return offsets[(int) (id - firstId)];
    }

    SegmentReader reader() throws IOException {
        return new SegmentReader(file);
    }

    long nextId() {
        return firstId + count;
    }

    int count() {
        return count;
    }

    void flush() throws IOException {
        out.getFD().sync();
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
