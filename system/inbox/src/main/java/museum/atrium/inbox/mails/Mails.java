package museum.atrium.inbox.mails;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest mails, on disk. A mail that {@link #add} has returned for is in the operating system's hands: it survives
 * the process, killed or not. Only a finished file is flushed to the disk itself, so a power cut may cost the last few
 * thousand; an inbox for trying things out is not worth a flush per mail.
 *
 * <p>Beyond its capacity it drops the oldest mails, a whole file (a twentieth of the capacity) at a time. Memory: 16
 * bytes per mail.
 */
public final class Mails implements Closeable {

    private static final int LARGEST_SEGMENT = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final MailFolder folder;
    private final int capacity;
    private int count;

    private Mails(MailFolder folder, int capacity) {
        this.folder = folder;
        this.capacity = capacity;
    }

    /** @throws IOException also when another process has this folder open */
    public static Mails open(Path path, int capacity) throws IOException {
        Mails mails = new Mails(MailFolder.claim(path), capacity);
        mails.segments.addAll(mails.folder.open());
        mails.count = mails.segments.stream().mapToInt(Segment::count).sum();
        return mails;
    }

    /** Stores a mail and returns its id; fails without leaving a trace, as on a full disk. */
    public long add(Envelope envelope, byte[] message) throws IOException {
        byte[] record = MailRecord.encode(envelope, message);
        long mark = RecipientMark.of(envelope.to());
        lock.lock();
        try {
            if (segments.getLast().count() >= Math.clamp(capacity / 20, 1, LARGEST_SEGMENT)) {
                segments.getLast().flush();
                segments.addLast(folder.begin(segments.getLast().nextId()));
            }
            long id = segments.getLast().append(record, mark);
            count++;
            dropOldest();
            return id;
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() throws IOException {
        while (segments.size() > 1 && count - segments.getFirst().count() >= capacity) {
            Segment oldest = segments.removeFirst();
            count -= oldest.count();
            oldest.delete();
        }
    }

    /**
     * Walks over mails, newest first, without holding anything up: what arrives or is dropped meanwhile may be missing.
     *
     * @param to only mails to this address, compared without regard to case; null for all
     * @param before only mails with a smaller id
     */
    public void newestFirst(@Nullable String to, long before, int limit, Visitor visitor) throws IOException {
        long mark = to == null ? 0 : RecipientMark.of(to);
        int left = limit;
        for (Segment segment : locked(() -> List.copyOf(segments.reversed()))) {
            long[] candidates = locked(() -> segment.candidates(mark, before));
            if (candidates.length == 0) {
                continue;
            }
            try (SegmentReader reader = segment.reader()) {
                for (int i = 0; i < candidates.length && left > 0; i++) {
                    long id = candidates[i];
                    Envelope envelope = reader.envelope(locked(() -> segment.offset(id)));
                    if (to == null || envelope.isTo(to)) {
                        visitor.visit(new StoredMail(id, envelope));
                        left--;
                    }
                }
            } catch (FileNotFoundException dropped) {
                return; // and so is everything older
            }
            if (left <= 0) {
                return;
            }
        }
    }

    public Optional<StoredMail> find(long id) {
        return read(id, (reader, offset) -> new StoredMail(id, reader.envelope(offset)));
    }

    /** The message as it came, without the SMTP dots. */
    public Optional<byte[]> bytes(long id) {
        return read(id, SegmentReader::message);
    }

    private <T> Optional<T> read(long id, Extract<T> extract) {
        Optional<Segment> found = locked(
                () -> segments.stream().filter(segment -> segment.has(id)).findFirst());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Segment segment = found.get();
        try (SegmentReader reader = segment.reader()) {
            return Optional.of(extract.from(reader, locked(() -> segment.offset(id))));
        } catch (FileNotFoundException dropped) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("Mail " + id + " cannot be read", failure);
        }
    }

    public int count() {
        return locked(() -> count);
    }

    /** Forgets every mail; ids go on rising. */
    public void clear() throws IOException {
        lock.lock();
        try {
            if (segments.getLast().count() > 0) {
                segments.addLast(folder.begin(segments.getLast().nextId()));
            }
            while (segments.size() > 1) {
                segments.removeFirst().delete();
            }
            count = 0;
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try (folder) {
            segments.getLast().flush();
            for (Segment segment : segments) {
                segment.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Is shown mails one by one, so that a long list never has to be in memory. */
    @FunctionalInterface
    public interface Visitor {
        void visit(StoredMail mail) throws IOException;
    }

    private interface Extract<T> {
        T from(SegmentReader reader, long offset) throws IOException;
    }
}
