package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;
import museum.atrium.http.Refusal;
import museum.atrium.recording.store.MediaFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One request at a time for an upload, over all instances: a lock of the file system, which ends with its process. The
 * library's own deletes the lock file when it lets go, and two that waited for it may then both go on; and it answers 200
 * to who comes second.
 */
@Component
class UploadLocks implements UploadLockingService {

    private static final int ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    private final MediaFolder folder;
    private final UploadIdFactory ids;

    /** Closing a second channel would end the first one's lock: so here there is never a second. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    UploadLocks(MediaFolder folder, UploadIdFactory ids) {
        this.folder = folder;
        this.ids = ids;
    }

    @Override
    public @Nullable UploadLock lockUploadByUri(String uri) throws IOException {
        UploadId id = ids.readUploadId(uri);
        if (id == null) {
            return null;
        }
        try {
            return hold(id + ".lock")
                    .orElseThrow(() -> Refusal.conflict(
                            "upload-busy",
                            "Another request is at this upload. Ask for its offset again in some seconds. " + id));
        } catch (NoSuchFileException unknown) {
            return null; // There is no such upload, which the protocol's own checks will say.
        }
    }

    /** Who only asks for the offset is done in a moment and must not turn those away who send; who sends takes long: nothing then. */
    Optional<UploadLock> hold(String name) throws IOException {
        Optional<UploadLock> lock = tryHold(name, StandardOpenOption.WRITE);
        for (int attempt = 1; lock.isEmpty() && attempt < ATTEMPTS; attempt++) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
            lock = tryHold(name, StandardOpenOption.WRITE);
        }
        return lock;
    }

    /** Nothing when somebody has it. */
    Optional<UploadLock> tryHold(String name, OpenOption... options) throws IOException {
        if (!held.add(name)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(folder.path(name), options);
            if (channel.tryLock() != null) {
                return Optional.of(new Held(name, channel));
            }
            channel.close(); // Another instance has it.
        } catch (IOException | RuntimeException failed) {
            held.remove(name);
            throw failed;
        }
        held.remove(name);
        return Optional.empty();
    }

    @Override
    public void cleanupStaleLocks() {
        // A lock file leaves with its upload.
    }

    @Override
    public boolean isLocked(UploadId id) {
        return held.contains(id + ".lock");
    }

    @Override
    public void setIdFactory(UploadIdFactory other) {
        // Given at construction.
    }

    private final class Held implements UploadLock {

        private final String name;
        private final FileChannel channel;

        Held(String name, FileChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public String getUploadUri() {
            return name;
        }

        @Override
        public void release() {
            try {
                channel.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } finally {
                held.remove(name);
            }
        }

        @Override
        public void close() {
            release();
        }
    }
}
