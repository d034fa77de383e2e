package museum.atrium.recording.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import museum.atrium.recording.store.StoredObjects.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what is finished into the bucket. A file leaves the folder when the bucket has it, while its recording is locked; what is
 * taken back in the meantime leaves the bucket again. Whoever is killed on the way has left a row, by which others go on.
 */
@Component
class Moving {

    private static final Logger log = LoggerFactory.getLogger(Moving.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration CLAIM = Duration.ofMinutes(30);

    private final MediaFolder folder;
    private final Bucket bucket;
    private final StoredObjects objects;
    private final TransactionTemplate transaction;

    Moving(MediaFolder folder, Bucket bucket, StoredObjects objects, TransactionTemplate transaction) {
        this.folder = folder;
        this.bucket = bucket;
        this.objects = objects;
        this.transaction = transaction;
    }

    /** @throws IOException if the bucket does not answer: what is left goes later */
    void move(Due due) throws IOException {
        Path file = folder.path(due.file());
        if (!objects.claim(due.file(), folder.size(due.file()), CLAIM)) {
            return;
        }
        try {
            if (!due.stored() && Files.exists(file)) {
                bucket.put(file, due.file(), () -> objects.renew(due.file(), CLAIM));
            }
            if (!bucket.holds(due.file())) {
                log.error("The file {} is neither in the folder nor in the bucket", due.file());
                return;
            }
        } catch (IOException away) {
            // The others first, then: it may be this one alone that is not taken.
            objects.renew(due.file(), AFTER_FAILURE);
            throw away;
        }
        boolean moved = Boolean.TRUE.equals(transaction.execute(status -> isMoved(due, file)));
        if (moved) {
            log.info("The file {} lies in the bucket", due.file());
        } else if (objects.isKept(due.file())) {
            objects.release(due.file());
        } else {
            remove(due.file());
        }
    }

    private boolean isMoved(Due due, Path file) {
        if (!objects.lockMovable(due)) {
            return false;
        }
        objects.moved(due.file());
        try {
            // Whoever reads it goes on reading: nothing was taken back.
            Files.deleteIfExists(file);
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void remove(String file) throws IOException {
        bucket.remove(file);
        folder.remove(file);
        objects.forget(file);
    }
}
