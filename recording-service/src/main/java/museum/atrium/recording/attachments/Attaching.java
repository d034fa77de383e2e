package museum.atrium.recording.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.store.MediaFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes documents in, and removes them. Bytes arrive outside of any transaction. */
@Component
public class Attaching {

    private static final Logger log = LoggerFactory.getLogger(Attaching.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._()'\u2019-]{0,99}");
    private static final long LARGEST = 200L << 20;
    private static final int MOST = 50;
    private static final int BUFFER = 1 << 16;

    private final Recordings recordings;
    private final Attachments attachments;
    private final MediaFolder folder;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Attaching(
            Recordings recordings,
            Attachments attachments,
            MediaFolder folder,
            Clock clock,
            TransactionTemplate transaction) {
        this.recordings = recordings;
        this.attachments = attachments;
        this.folder = folder;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** In place of one of the same name. */
    public void attach(RecordingId id, String name, InputStream bytes) {
        refuse(name);
        UUID file = UUID.randomUUID();
        transaction.executeWithoutResult(status -> begin(id, file));
        long size = -1;
        try {
            size = receive(file, bytes);
        } finally {
            if (size < 0) {
                transaction.executeWithoutResult(status -> attachments.giveUp(id, file));
            }
        }
        long arrived = size;
        boolean kept = Boolean.TRUE.equals(transaction.execute(status -> {
            recordings.lock(id);
            return attachments.arrived(id, file, name, arrived);
        }));
        if (!kept) {
            throw Refusal.conflict("recording-state", "It was retracted or replaced while the document arrived.");
        }
        log.info("The recording {} has a document of {} bytes more", id, arrived);
    }

    public void remove(RecordingId id, String name) {
        transaction.executeWithoutResult(status -> {
            recordings.lockExisting(id);
            if (!attachments.remove(id, name)) {
                throw Refusal.notFound("The recording %s has no document of this name.".formatted(id));
            }
        });
    }

    private void begin(RecordingId id, UUID file) {
        recordings.lockExtensible(id, "documents");
        if (attachments.count(id) >= MOST) {
            throw Refusal.conflict("attachments", "It has %d documents already: remove one first.".formatted(MOST));
        }
        attachments.begin(id, file, clock.instant());
    }

    private long receive(UUID file, InputStream bytes) {
        try (OutputStream target = Files.newOutputStream(folder.path(file.toString()))) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                size += count;
                if (size > LARGEST) {
                    throw Refusal.invalid(
                            new FieldError("document", "It is larger than %d MB.".formatted(LARGEST >> 20)));
                }
                target.write(buffer, 0, count);
            }
            if (size == 0) {
                throw Refusal.invalid(new FieldError("document", "It is empty: it has no bytes at all."));
            }
            return size;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static void refuse(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw Refusal.invalid(new FieldError(
                    "name", "Name it by letters, digits, spaces and . _ - ( ) ', in 100 characters at most."));
        }
        if (DocumentKind.of(name).isEmpty()) {
            throw Refusal.invalid(new FieldError("name", "Its ending must be one of " + DocumentKind.endings() + "."));
        }
    }
}
